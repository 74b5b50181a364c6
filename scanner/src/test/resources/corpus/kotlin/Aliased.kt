package com.acme.search

import com.nimbusds.jwt.SignedJWT
import com.nimbusds.jwt.JWTParser as Parser
import io.jsonwebtoken.Jwts as Tokens
import com.nimbusds.jose.crypto.RSASSAVerifier
import java.security.PublicKey
import java.security.interfaces.RSAPublicKey

class Aliased(private val key: PublicKey) {
    fun subject(token: String): String =
        Tokens.parserBuilder()
            .setSigningKey(key)
            .build()
            .parseClaimsJws(token) // expect: local-decode
            .body
            .subject

    fun tenant(token: String) = Parser.parse(token).jwtClaimsSet.getStringClaim("tenant") // expect: unverified-decode

    fun verified(token: String) =
        SignedJWT.parse(token).also {
            require(it.verify(RSASSAVerifier(key as RSAPublicKey))) // expect: local-decode
        }.jwtClaimsSet

    fun kid(token: String) = SignedJWT.parse(token).header.keyID // expect: unverified-decode
}
