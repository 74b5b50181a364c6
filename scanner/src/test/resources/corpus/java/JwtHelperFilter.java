package com.acme.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.springframework.security.jwt.Jwt;
import org.springframework.security.jwt.JwtHelper;
import org.springframework.security.jwt.crypto.sign.MacSigner;

public class JwtHelperFilter {

    private static final MacSigner SIGNER = new MacSigner("edge-node-key"); // expect: secret-hardcoded

    Map<?, ?> claims(String token) throws Exception {
        Jwt jwt = JwtHelper.decode(token); // expect: unverified-decode
        return new ObjectMapper().readValue(jwt.getClaims(), Map.class);
    }

    Jwt checked(String token) {
        return JwtHelper.decodeAndVerify(token, SIGNER); // expect: local-decode
    }

    String make(String claims) {
        return JwtHelper.encode(claims, SIGNER).getEncoded(); // expect: local-sign
    }
}
