package com.acme.shop

import com.auth0.jwt.JWT
import com.auth0.jwt.JWTVerifier
import com.auth0.jwt.algorithms.Algorithm

object TokenConfig {
    private const val SECRET = "zAP5MBA4B4Ijz0MZaS48" // expect: secret-hardcoded
    private const val ISSUER = "acme.shop"
    private val algorithm = Algorithm.HMAC512(SECRET)

    val verifier: JWTVerifier = JWT
        .require(algorithm)
        .withIssuer(ISSUER)
        .build()

    fun make(id: Int): String = JWT.create()
        .withSubject("Authentication")
        .withIssuer(ISSUER)
        .withClaim("id", id)
        .sign(algorithm) // expect: local-sign

    fun id(token: String): Int? = JWT.decode(token).getClaim("id").asInt() // expect: unverified-decode

    fun isTokenValid(token: String) = runCatching { verifier.verify(token) }.isSuccess // expect: validate-duplicate, local-decode
}
