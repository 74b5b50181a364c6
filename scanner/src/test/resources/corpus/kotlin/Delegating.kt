package com.acme.orders

import dev.signet.verifier.Verifier
import io.ktor.client.HttpClient
import io.ktor.client.call.body
import io.ktor.client.request.post
import io.ktor.client.request.setBody
import org.slf4j.LoggerFactory

class Delegating(
    private val verifier: Verifier,
    private val client: HttpClient,
    private val authUrl: String,
) {
    private val log = LoggerFactory.getLogger(javaClass)

    fun verifyToken(token: String): Boolean {
        log.debug("verifying jwt")
        return verifier.verify(token).valid
    }

    suspend fun validateToken(token: String): Map<String, Any?> =
        client.post("$authUrl/auth/validate") { setBody(mapOf("token" to token)) }.body()

    suspend fun checkToken(token: String): Boolean =
        try {
            client.post("$authUrl/oauth2/introspect") { setBody(token) }.status.value == 200
        } catch (e: Exception) {
            log.warn("cannot introspect", e)
            false
        }
}
