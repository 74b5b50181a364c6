package com.acme.gateway;

import io.jsonwebtoken.*;

class UnsecuredReader {

    String subject(String token) {
        int dot = token.lastIndexOf('.');
        return Jwts.parserBuilder()
                .build()
                .parseClaimsJwt(token.substring(0, dot + 1)) // expect: unverified-decode
                .getBody()
                .getSubject();
    }

    Claims newer(String token) {
        return Jwts.parser()
                .unsecured() // expect: weak-validation
                .build()
                .parseUnsecuredClaims(token) // expect: unverified-decode
                .getPayload();
    }

    Claims lenient(String token, java.security.PublicKey key) {
        return Jwts.parser()
                .verifyWith(key)
                .clockSkewSeconds(60 * 60 * 24 * 30) // expect: weak-validation
                .build()
                .parseSignedClaims(token) // expect: local-decode
                .getPayload();
    }

    Claims usual(JwtParserBuilder builder, String token, java.security.PublicKey key) {
        return builder.verifyWith(key)
                .clockSkewSeconds(30)
                .build()
                .parseSignedClaims(token) // expect: local-decode
                .getPayload();
    }
}
