package com.acme.config

import org.springframework.boot.context.properties.ConfigurationProperties
import java.time.Duration

@ConfigurationProperties(prefix = "security.jwt")
data class Properties(
    val secret: String, // expect: secret-env-read
    val issuer: String,
    val lifetime: Duration = Duration.ofMinutes(5),
)

@ConfigurationProperties("mail")
data class MailProperties(
    val host: String,
    val secret: String,
)

class JwtConfig {
    lateinit var jwtSecret: String // expect: secret-env-read
    var expiration: Long = 3600
    val header: String = "Authorization"
}
