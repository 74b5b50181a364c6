package com.acme.tickets;

import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;

@ApplicationScoped
public class QuarkusTokens {

    @Inject JWTParser parser;

    @Inject JsonWebToken current;

    @ConfigProperty(name = "tickets.signing.phrase") // expect: secret-env-read
    String phrase;

    String issue(String user) {
        return Jwt.issuer("tickets").upn(user).groups(Set.of("buyer")).sign(); // expect: local-sign
    }

    String symmetric(String user) {
        return Jwt.subject(user)
                .expiresIn(300)
                .signWithSecret(phrase); // expect: local-sign
    }

    JsonWebToken read(String token) throws Exception {
        return parser.verify(token, phrase); // expect: local-decode
    }

    String who() {
        return current.getName();
    }
}
