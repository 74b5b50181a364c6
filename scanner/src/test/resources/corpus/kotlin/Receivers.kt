package com.acme.mail

import com.auth0.jwt.JWT
import com.auth0.jwt.algorithms.Algorithm
import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.JWSSigner
import com.nimbusds.jwt.JWTClaimsSet
import com.nimbusds.jwt.SignedJWT
import io.jsonwebtoken.JwtBuilder
import io.jsonwebtoken.Jwts
import io.ktor.server.auth.jwt.JWTAuthenticationProvider
import java.security.Key
import java.util.Date

class Receivers(private val key: Key, private val outbox: Outbox) {

    fun letter(user: String): String = Jwts.builder().run {
        setSubject(user)
        signWith(key)
        compact() // expect: local-sign
    }

    fun signed(set: JWTClaimsSet, signer: JWSSigner): String =
        SignedJWT(JWSHeader(JWSAlgorithm.ES256), set)
            .apply { sign(signer) } // expect: local-sign
            .serialize()

    fun isTokenValid(token: String): Boolean = with(Jwts.parserBuilder().setSigningKey(key).build()) { // expect: validate-duplicate
        isSigned(token) && parseClaimsJws(token).body.expiration.after(Date()) // expect: local-decode
    }

    fun JwtBuilder.finished(): String = this.signWith(key).compact() // expect: local-sign

    fun sent(text: String) = outbox.apply {
        sign(text)
        compact()
        verify(text)
    }

    fun counted(text: String) = with(StringBuilder()) {
        append(text)
        compact()
        toString()
    }

    private fun shrunk() = outbox.shrink()
}

class Outbox {
    fun sign(text: String) = println(text)

    fun verify(text: String) = text.isNotEmpty()

    fun compact() = Unit

    fun shrink() = Unit
}

fun JWTAuthenticationProvider.Config.inbound(algorithm: Algorithm) {
    verifier(JWT.require(algorithm).build()) // expect: local-decode
    validate { it }
}
