package com.acme.search;

import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoders;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

public class SpringDecoders {

    private final JwtDecoder decoder;
    private final ReactiveJwtDecoder reactive;
    private final JwtEncoder encoder;

    public SpringDecoders(JwtDecoder decoder, ReactiveJwtDecoder reactive, JwtEncoder encoder) {
        this.decoder = decoder;
        this.reactive = reactive;
        this.encoder = encoder;
    }

    Jwt read(String token) {
        return decoder.decode(token); // expect: local-decode
    }

    Mono<Jwt> later(Mono<String> token) {
        return token.flatMap(reactive::decode); // expect: local-decode
    }

    String issue(JwtClaimsSet claims) {
        return encoder.encode(JwtEncoderParameters.from(claims)).getTokenValue(); // expect: local-sign
    }

    static JwtDecoder located() {
        return JwtDecoders.fromIssuerLocation("https://id.acme.test"); // expect: local-decode
    }

    static JwtDecoder lax(String jwks) {
        NimbusJwtDecoder lax = NimbusJwtDecoder.withJwkSetUri(jwks).build(); // expect: local-decode
        lax.setJwtValidator(token -> OAuth2TokenValidatorResult.success()); // expect: weak-validation
        return lax;
    }
}
