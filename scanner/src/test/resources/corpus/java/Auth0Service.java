package com.acme.payments;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.util.Date;

public class Auth0Service {

    private final Algorithm algorithm = Algorithm.HMAC256("p4yments-s3cret"); // expect: secret-hardcoded
    private final JWTVerifier verifier;

    public Auth0Service() {
        this.verifier = JWT.require(algorithm).withIssuer("payments").build();
    }

    public String issue(String subject) {
        return JWT.create()
                .withIssuer("payments")
                .withSubject(subject)
                .withExpiresAt(new Date(System.currentTimeMillis() + 60_000))
                .sign(algorithm); // expect: local-sign
    }

    public boolean isValidToken(String token) { // expect: validate-duplicate
        try {
            DecodedJWT decoded = verifier.verify(token); // expect: local-decode
            return decoded.getSubject() != null;
        } catch (JWTVerificationException e) {
            return false;
        }
    }

    public String tenant(String token) {
        return JWT.decode(token).getClaim("tenant").asString(); // expect: unverified-decode
    }
}
