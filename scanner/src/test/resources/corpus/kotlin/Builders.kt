package com.acme.iot

import io.smallrye.jwt.build.Jwt
import io.vertx.ext.auth.jwt.JWTAuth
import org.jose4j.jwt.consumer.JwtConsumer
import org.jose4j.jwt.consumer.JwtConsumerBuilder
import org.keycloak.TokenVerifier
import org.keycloak.representations.AccessToken
import java.security.PublicKey

class Builders(private val auth: JWTAuth) {
    private val consumer: JwtConsumer = JwtConsumerBuilder()
        .setSkipSignatureVerification() // expect: weak-validation
        .setSkipAllValidators() // expect: weak-validation
        .build()

    fun glance(token: String) = consumer.processToClaims(token) // expect: unverified-decode

    fun issue(user: String): String = Jwt.upn(user).groups(setOf("device")).sign() // expect: local-sign

    fun other(user: String) = auth.generateToken(io.vertx.core.json.JsonObject().put("sub", user)) // expect: local-sign

    fun verified(token: String, key: PublicKey): AccessToken =
        TokenVerifier.create(token, AccessToken::class.java)
            .publicKey(key)
            .verify() // expect: local-decode
            .token

    fun unverified(token: String): AccessToken =
        TokenVerifier.create(token, AccessToken::class.java).token // expect: unverified-decode
}
