package com.acme.queue;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
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

    String issue(String user) throws Exception {
        String pem = System.getProperty("auth.pem", "").trim(); // expect: secret-env-read
        PrivateKey key =
            KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        return Jwts.builder().subject(user).signWith(key).compact(); // expect: local-sign
    }
}
