package com.acme.stream;

import com.auth0.jwt.interfaces.DecodedJWT;
import com.auth0.jwt.interfaces.JWTVerifier;

interface TokenValidator {
    boolean validate(String token);
}

class TokenValidatorImpl implements TokenValidator {

    private final JWTVerifier jwtVerifier;

    TokenValidatorImpl(JWTVerifier jwtVerifier) {
        this.jwtVerifier = jwtVerifier;
    }

    @Override
    public boolean validate(String token) { // expect: validate-duplicate
        DecodedJWT jwt = this.jwtVerifier.verify(token); // expect: local-decode
        return switch (jwt.getAlgorithm()) {
            case "RS256", "ES256" -> true;
            default -> false;
        };
    }
}

record Wrapper(JWTVerifier verifier) {
    String subject(String token) {
        return verifier.verify(token).getSubject(); // expect: local-decode
    }
}
