package com.acme.legacy;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;

class Auth0Weak {

    DecodedJWT open(String token) {
        return JWT.require(Algorithm.none()).build().verify(token); // expect: local-decode, weak-validation
    }

    DecodedJWT forever(String token, Algorithm algorithm) {
        return JWT.require(algorithm)
                .acceptLeeway(31_536_000) // expect: weak-validation
                .build()
                .verify(token); // expect: local-decode
    }

    DecodedJWT skewed(String token, Algorithm algorithm) {
        return JWT.require(algorithm).acceptLeeway(5).build().verify(token); // expect: local-decode
    }

    void byHand(String token, Algorithm algorithm) {
        DecodedJWT jwt = JWT.decode(token); // expect: unverified-decode
        algorithm.verify(jwt); // expect: local-decode
    }
}
