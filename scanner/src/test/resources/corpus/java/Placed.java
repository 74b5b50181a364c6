package com.acme.queue;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;

class Placed {
    @Value("${JWT_SECRET}") // expect: secret-env-read, deprecated-secret-name
    private String old;

    @Value("${JWT_SECRET_STAGING:only-for-staging}") // expect: secret-env-read, deprecated-secret-name, secret-hardcoded
    private String staging;

    @Value("#{environment['JWT_SECRET']}") // expect: secret-env-read, deprecated-secret-name
    private String asked;

    @Value("${JWT_SECRET_ROTATION_DAYS:30}")
    private int days;

    Object read(Environment env, String token) {
        return Jwts.parser()
            .verifyWith(Keys.hmacShaKeyFor(env.getProperty("app.auth.hmac").getBytes())) // expect: secret-env-read
            .build()
            .parseSignedClaims(token); // expect: local-decode
    }
}
