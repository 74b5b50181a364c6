package com.acme.batch;

public class Qualified {

    private final String jwtSecret = "batch-job-secret"; // expect: secret-hardcoded

    public String run(String token) {
        com.auth0.jwt.algorithms.Algorithm algorithm =
                com.auth0.jwt.algorithms.Algorithm.HMAC256(jwtSecret);
        return com.auth0.jwt.JWT.require(algorithm)
                .build()
                .verify(token) // expect: local-decode
                .getSubject();
    }

    public String made() {
        io.jsonwebtoken.JwtBuilder builder = io.jsonwebtoken.Jwts.builder();
        builder.setSubject("batch");
        builder.signWith(io.jsonwebtoken.SignatureAlgorithm.HS256, jwtSecret);
        return builder.compact(); // expect: local-sign
    }
}
