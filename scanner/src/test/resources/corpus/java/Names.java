package com.acme.config;

import java.util.Map;
import org.springframework.core.env.Environment;

interface Names {
    String PREFIX = "JWT_";
    String OLD = PREFIX + "SECRET"; // expect: deprecated-secret-name
    String ISSUER = "JWT_ISSUER";
}

enum Setting {
    TOKEN_KEY("JWT_SECRET_KEY"),
    LEGACY("JWT_SECRET_PROD"), // expect: deprecated-secret-name
    DATABASE("DATABASE_URL");

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    String getKey() {
        return key;
    }
}

class Reader {

    private static final Map<String, String> TABLE =
            Map.of("token", "jwt.secret", "db", "spring.datasource.password");

    String one() {
        return System.getenv(Names.OLD); // expect: secret-env-read
    }

    String two() {
        return System.getenv(Setting.TOKEN_KEY.getKey()); // expect: secret-env-read
    }

    String three(Environment environment) {
        return environment.getProperty(TABLE.get("token"), "fallback-value"); // expect: secret-env-read, secret-hardcoded
    }

    String four() {
        return System.getProperty(String.format("%s.%s", "jwt", "secret")); // expect: secret-env-read
    }

    String five() {
        return System.getenv(Setting.DATABASE.getKey());
    }

    String six() {
        return System.getenv().getOrDefault("JWT_SECRET", "dev"); // expect: secret-env-read, secret-hardcoded, deprecated-secret-name
    }

    String seven() {
        return System.getenv(Names.ISSUER);
    }
}
