package com.acme.mobile;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URL;

public class NimbusProcessor {

    private final ConfigurableJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    public NimbusProcessor(URL jwks) {
        var source = JWKSourceBuilder.create(jwks).build();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, source));
        processor.setJWTClaimsSetVerifier((claims, context) -> {}); // expect: weak-validation
    }

    public JWTClaimsSet read(String token) throws Exception {
        return processor.process(token, null); // expect: local-decode
    }

    public String keyId(String token) throws Exception {
        SignedJWT parsed = SignedJWT.parse(token); // expect: unverified-decode
        return parsed.getHeader().getKeyID();
    }

    public String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize(); // expect: local-sign
    }

    public JWTClaimsSet plain(String token) throws Exception {
        return PlainJWT.parse(token).getJWTClaimsSet(); // expect: unverified-decode
    }
}
