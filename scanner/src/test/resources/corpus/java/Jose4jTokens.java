package com.acme.iot;

import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;

public class Jose4jTokens {

    private final JwtConsumer consumer =
            new JwtConsumerBuilder()
                    .setRequireExpirationTime()
                    .setExpectedAudience("iot")
                    .setVerificationKey(new HmacKey("device-secret-0123456789".getBytes())) // expect: secret-hardcoded
                    .build();

    public JwtClaims read(String token) throws InvalidJwtException {
        return consumer.processToClaims(token); // expect: local-decode
    }

    public JwtClaims glance(String token) throws InvalidJwtException {
        JwtConsumer first =
                new JwtConsumerBuilder()
                        .setSkipAllValidators() // expect: weak-validation
                        .setDisableRequireSignature() // expect: weak-validation
                        .setSkipSignatureVerification() // expect: weak-validation
                        .build();
        return first.processToClaims(token); // expect: unverified-decode
    }

    public String make(JwtClaims claims, java.security.Key key) throws Exception {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setPayload(claims.toJson());
        jws.setKey(key);
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        return jws.getCompactSerialization(); // expect: local-sign
    }

    public String payload(String token, java.security.Key key) throws Exception {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS); // expect: weak-validation
        jws.setCompactSerialization(token);
        jws.setKey(key);
        if (!jws.verifySignature()) { // expect: local-decode
            return jws.getUnverifiedPayload(); // expect: unverified-decode
        }
        return "";
    }
}
