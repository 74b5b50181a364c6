package com.acme.orders.security

import io.jsonwebtoken.Claims
import io.jsonwebtoken.Jwts
import io.jsonwebtoken.security.Keys
import org.springframework.beans.factory.annotation.Value
import org.springframework.stereotype.Service
import java.util.Date

@Service
class JwtService(
    @Value("\${jwt.secret}") private val secret: String, // expect: secret-env-read
    @Value("\${jwt.ttl}") private val ttl: Long,
) {
    private val key by lazy { Keys.hmacShaKeyFor(secret.toByteArray()) }

    fun issue(subject: String): String =
        Jwts.builder()
            .subject(subject)
            .expiration(Date(System.currentTimeMillis() + ttl))
            .signWith(key)
            .compact() // expect: local-sign

    fun validateToken(token: String): Boolean = // expect: validate-duplicate
        try {
            claims(token).expiration.after(Date())
        } catch (e: Exception) {
            false
        }

    private fun claims(token: String): Claims =
        Jwts.parser().verifyWith(key).build().parseSignedClaims(token).payload // expect: local-decode
}
