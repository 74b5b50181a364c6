package com.acme.reports;

import static io.jsonwebtoken.Jwts.builder;
import static io.jsonwebtoken.Jwts.parser;
import static java.lang.System.getenv;

import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

final class StaticImports {

    private StaticImports() {}

    private static SecretKeySpec key() {
        String value =
                Optional.ofNullable(getenv("JWT_SECRET")) // expect: secret-env-read, deprecated-secret-name
                        .orElse("changeme-changeme-changeme"); // expect: secret-hardcoded
        return new SecretKeySpec(value.getBytes(), "HmacSHA256");
    }

    static String make(String user) {
        return builder().subject(user).signWith(key()).compact(); // expect: local-sign
    }

    static Object read(String token) {
        return parser().verifyWith(key()).build().parse(token); // expect: local-decode
    }
}
