package com.acme.mobile;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.util.Date;

public class NimbusTokens {

    private final byte[] sharedKey;

    public NimbusTokens(AppConfig appConfig) {
        this.sharedKey = appConfig.getTokenSecret().getBytes(); // expect: secret-env-read
    }

    public String issue(String subject) throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder().subject(subject).issueTime(new Date()).build();
        SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        jwt.sign(new MACSigner(sharedKey)); // expect: local-sign
        return jwt.serialize();
    }

    public JWTClaimsSet verifyToken(String token) throws Exception { // expect: validate-duplicate
        SignedJWT jwt = SignedJWT.parse(token);
        if (!jwt.verify(new MACVerifier(sharedKey))) { // expect: local-decode
            throw new SecurityException("bad signature");
        }
        return jwt.getJWTClaimsSet();
    }

    public String subject(String token) throws Exception {
        return JWTParser.parse(token).getJWTClaimsSet().getSubject(); // expect: unverified-decode
    }
}
