package com.acme.catalog

import org.springframework.context.annotation.Bean
import org.springframework.context.annotation.Configuration
import org.springframework.security.config.annotation.web.builders.HttpSecurity
import org.springframework.security.config.annotation.web.invoke
import org.springframework.security.oauth2.jwt.JwtDecoder
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder
import org.springframework.security.web.SecurityFilterChain

@Configuration
class Security {
    @Bean
    fun chain(http: HttpSecurity): SecurityFilterChain {
        http {
            authorizeHttpRequests { authorize(anyRequest, authenticated) }
            oauth2ResourceServer {
                jwt { } // expect: local-decode
            }
        }
        return http.build()
    }

    @Bean
    fun other(http: HttpSecurity): SecurityFilterChain =
        http.oauth2ResourceServer { it.jwt { } }.build() // expect: local-decode

    @Bean
    fun opaque(http: HttpSecurity): SecurityFilterChain {
        http {
            oauth2ResourceServer {
                opaqueToken { }
            }
        }
        return http.build()
    }

    @Bean
    fun decoder(): JwtDecoder = NimbusJwtDecoder.withJwkSetUri("https://id.acme.test/jwks").build() // expect: local-decode
}

class Reader(private val decoder: ReactiveJwtDecoder) {
    lateinit var blocking: JwtDecoder

    fun read(token: String) = decoder.decode(token).map { it.subject } // expect: local-decode

    fun now(token: String) = blocking.decode(token)?.subject // expect: local-decode
}
