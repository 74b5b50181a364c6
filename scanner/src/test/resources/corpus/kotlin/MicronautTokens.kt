package com.acme.micro

import io.micronaut.context.annotation.Property
import io.micronaut.security.token.jwt.generator.JwtTokenGenerator
import io.micronaut.security.token.jwt.validator.JwtTokenValidator
import jakarta.inject.Singleton

@Singleton
class MicronautTokens(
    private val generator: JwtTokenGenerator,
    private val validator: JwtTokenValidator<Any>,
    @Property(name = "micronaut.security.token.jwt.signatures.secret.generator.secret") // expect: secret-env-read
    private val secret: String,
) {
    fun issue(claims: Map<String, Any>): String = generator.generateToken(claims).orElseThrow() // expect: local-sign

    fun authenticate(token: String, request: Any) = validator.validateToken(token, request) // expect: local-decode, validate-duplicate

    fun length() = secret.length
}
