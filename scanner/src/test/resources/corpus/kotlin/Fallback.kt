package com.acme.orders

import com.acme.auth.AuthClient
import io.jsonwebtoken.Claims
import io.jsonwebtoken.Jwts
import java.security.PublicKey

class Fallback(private val authClient: AuthClient, private val key: PublicKey) {

    fun caught(token: String): String =
        try {
            authClient.validate(token).subject
        } catch (e: Exception) {
            local(token).subject // expect: local-fallback
        }

    fun elvis(token: String): String =
        authClient.validateOrNull(token)?.subject ?: local(token).subject // expect: local-fallback

    fun variable(token: String): String {
        val answer = authClient.introspect(token)
        return answer?.subject ?: local(token).subject // expect: local-fallback
    }

    fun result(token: String): String =
        runCatching { authClient.validate(token).subject }
            .getOrElse { local(token).subject } // expect: local-fallback

    fun recovered(token: String): Result<String> =
        runCatching { authClient.validate(token).subject }
            .recoverCatching { local(token).subject } // expect: local-fallback

    fun chosen(token: String): String {
        val answer = authClient.introspect(token)
        return when {
            answer == null -> local(token).subject // expect: local-fallback
            else -> answer.subject
        }
    }

    fun assigned(token: String): String {
        val subject = try {
            authClient.validate(token).subject
        } catch (e: Exception) {
            local(token).subject // expect: local-fallback
        }
        return subject.lowercase()
    }

    private fun local(token: String): Claims =
        Jwts.parser().verifyWith(key).build().parseSignedClaims(token).payload // expect: local-decode
}
