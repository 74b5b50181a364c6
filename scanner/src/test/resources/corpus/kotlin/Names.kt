package com.acme.config

import org.springframework.core.env.Environment

const val PREFIX = "JWT_"
private const val OLD = PREFIX + "SECRET" // expect: deprecated-secret-name

enum class Setting(val key: String) {
    TOKEN("JWT_SECRET_KEY"),
    DATABASE("DATABASE_URL"),
    ISSUER("JWT_ISSUER"),
}

class Names(private val environment: Environment) {
    companion object {
        private const val STAGING = "${PREFIX}SECRET_STAGING" // expect: deprecated-secret-name
        private val TABLE = mapOf("token" to "jwt.secret", "mail" to "mail.password")
    }

    fun one() = System.getenv(OLD) ?: "only-for-development" // expect: secret-env-read, secret-hardcoded

    fun two(): String = System.getenv(Setting.TOKEN.key) // expect: secret-env-read

    fun three() = environment.getProperty(TABLE.getValue("token")) // expect: secret-env-read

    fun four() = System.getenv()[STAGING] // expect: secret-env-read

    fun five() = System.getenv(Setting.DATABASE.key) ?: "jdbc:h2:mem"

    fun six() = environment["jwt.secret"] // expect: secret-env-read

    fun seven() = System.getenv(Setting.ISSUER.key)
}

private operator fun Environment.get(name: String): String = getRequiredProperty(name)
