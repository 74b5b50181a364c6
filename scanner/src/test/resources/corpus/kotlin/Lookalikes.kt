package com.acme.tools

import kotlinx.serialization.decodeFromString
import kotlinx.serialization.json.Json
import java.net.URLDecoder
import java.security.MessageDigest
import java.util.Base64

/** Jwts.parser() and JWT.decode(token) are only mentioned; so is JWT_SECRET. */
class Lookalikes {
    private val reserved = "JWT_SECRET_KEY must not be set"
    private val header = "X-Token"

    fun decode(cursor: String): Cursor = Json.decodeFromString(String(Base64.getDecoder().decode(cursor)))

    fun verify(body: ByteArray, digest: ByteArray) =
        MessageDigest.isEqual(MessageDigest.getInstance("SHA-256").digest(body), digest)

    fun query(text: String) = URLDecoder.decode(text, "UTF-8")

    fun verifyEmail(token: String, emails: EmailService) = emails.verify(token)

    fun host(name: String) = name.split(".").first()

    fun stripe() = System.getenv("STRIPE_WEBHOOK_SECRET")

    fun twitter() = System.getenv("ACCESS_TOKEN_SECRET") ?: ""

    data class Cursor(val id: Long)
}

interface EmailService {
    fun verify(token: String): Boolean
}
