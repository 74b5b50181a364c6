package com.acme.live

import com.auth0.jwk.JwkProviderBuilder
import io.ktor.server.application.*
import io.ktor.server.auth.*
import io.ktor.server.auth.jwt.*
import java.util.concurrent.TimeUnit

fun Application.configureSecurity(issuer: String) {
    val provider = JwkProviderBuilder(issuer).cached(10, 24, TimeUnit.HOURS).build()
    authentication {
        jwt { // expect: local-decode
            realm = "acme"
            verifier(provider, issuer) { acceptLeeway(3) }
            validate { JWTPrincipal(it.payload) }
        }
    }
}

fun Application.basic() {
    install(Authentication) {
        basic("admin") {
            validate { if (it.name == "admin") UserIdPrincipal(it.name) else null }
        }
    }
}
