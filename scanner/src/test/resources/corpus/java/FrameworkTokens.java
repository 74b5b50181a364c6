package com.acme.misc;

import io.helidon.security.jwt.Jwt;
import io.helidon.security.jwt.SignedJwt;
import io.helidon.security.jwt.jwk.JwkKeys;
import io.micronaut.security.token.jwt.generator.JwtTokenGenerator;
import java.util.Map;
import org.pac4j.jwt.config.signature.SecretSignatureConfiguration;
import org.pac4j.jwt.credentials.authenticator.JwtAuthenticator;
import org.pac4j.jwt.profile.JwtGenerator;

class FrameworkTokens {

    private final JwtTokenGenerator generator;

    FrameworkTokens(JwtTokenGenerator generator) {
        this.generator = generator;
    }

    Object micronaut(Map<String, Object> claims) {
        return generator.generateToken(claims).orElseThrow(); // expect: local-sign
    }

    Jwt helidon(String token, JwkKeys keys) {
        SignedJwt signed = SignedJwt.parseToken(token);
        signed.verifySignature(keys).checkValid(); // expect: local-decode
        return signed.getJwt();
    }

    Jwt glance(String token) {
        return SignedJwt.parseToken(token).getJwt(); // expect: unverified-decode
    }

    JwtAuthenticator pac4j() {
        return new JwtAuthenticator(new SecretSignatureConfiguration("12345678901234567890123456789012")); // expect: local-decode, secret-hardcoded
    }

    String make(JwtGenerator maker, org.pac4j.core.profile.CommonProfile profile) {
        return maker.generate(profile); // expect: local-sign
    }
}
