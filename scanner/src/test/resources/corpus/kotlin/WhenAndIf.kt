package com.acme.batch

import com.auth0.jwt.JWT
import com.auth0.jwt.algorithms.Algorithm

class WhenAndIf(private val mode: String) {
    private val algorithm = when (mode) {
        "dev" -> Algorithm.HMAC256("dev-only") // expect: secret-hardcoded
        "none" -> Algorithm.none()
        else -> Algorithm.HMAC256(System.getenv("BATCH_KEY")) // expect: secret-env-read
    }

    fun check(token: String): String? {
        val verifier = JWT.require(algorithm).build() // expect: weak-validation
        return if (mode == "off") {
            JWT.decode(token).subject // expect: unverified-decode
        } else {
            verifier.verify(token).subject // expect: local-decode
        }
    }

    fun parts(token: String) = token.split(".").size == 3
}
