package com.acme.gate

import com.auth0.jwt.interfaces.JWTVerifier
import io.jsonwebtoken.JwtParser
import org.koin.core.component.KoinComponent
import org.koin.core.component.inject

class Injected(private val verifiers: Map<String, JWTVerifier>) : KoinComponent {
    private val parser by inject<JwtParser>()
    private val outbox by inject<Outbox>()

    fun subject(token: String): String = parser.parseSignedClaims(token).payload.subject // expect: local-decode

    fun tenant(name: String, token: String) = verifiers[name]!!.verify(token).subject // expect: local-decode

    fun any(token: String) = verifiers.values.any { it.verify(token) != null } // expect: local-decode

    fun post(letter: String) = outbox.verify(letter)
}

interface Outbox {
    fun verify(letter: String): Boolean
}
