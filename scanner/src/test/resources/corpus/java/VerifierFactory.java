package com.acme.ws;

import com.auth0.jwk.Jwk;
import com.auth0.jwk.JwkProvider;
import com.auth0.jwk.JwkProviderBuilder;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.JWTVerifier;
import java.security.interfaces.RSAPublicKey;
import java.util.concurrent.TimeUnit;

public class VerifierFactory {

    private final JwkProvider provider =
            new JwkProviderBuilder("https://acme.eu.auth0.test").cached(10, 24, TimeUnit.HOURS).build();

    public JWTVerifier verifier(String kid) throws Exception {
        Jwk jwk = provider.get(kid);
        Algorithm algorithm = Algorithm.RSA256((RSAPublicKey) jwk.getPublicKey(), null);
        return JWT.require(algorithm).withAudience("ws").build(); // expect: local-decode
    }
}
