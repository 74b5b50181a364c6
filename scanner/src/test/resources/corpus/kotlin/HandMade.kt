package com.acme.edge

import com.fasterxml.jackson.module.kotlin.jacksonObjectMapper
import com.fasterxml.jackson.module.kotlin.readValue
import kotlinx.serialization.json.Json
import java.util.Base64
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

private val mapper = jacksonObjectMapper()

fun claims(token: String): Map<String, Any> {
    val (_, payload, _) = token.split(".")
    return mapper.readValue(Base64.getUrlDecoder().decode(payload)) // expect: unverified-decode
}

fun String.jwtBody() =
    Json.parseToJsonElement(String(Base64.getUrlDecoder().decode(split('.')[1]))) // expect: unverified-decode

fun make(claims: String, key: ByteArray): String {
    val encoder = Base64.getUrlEncoder().withoutPadding()
    val header = encoder.encodeToString("""{"alg":"HS256","typ":"JWT"}""".toByteArray())
    val body = encoder.encodeToString(claims.toByteArray())
    val mac = Mac.getInstance("HmacSHA256").apply { init(SecretKeySpec(key, "HmacSHA256")) }
    val signature = encoder.encodeToString(mac.doFinal("$header.$body".toByteArray())) // expect: local-sign
    return "$header.$body.$signature"
}
