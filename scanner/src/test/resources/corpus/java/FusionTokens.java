package com.acme.forum;

import io.fusionauth.jwt.JWTUtils;
import io.fusionauth.jwt.Signer;
import io.fusionauth.jwt.Verifier;
import io.fusionauth.jwt.domain.JWT;
import io.fusionauth.jwt.hmac.HMACSigner;
import io.fusionauth.jwt.hmac.HMACVerifier;
import java.time.ZonedDateTime;

class FusionTokens {

    String issue(String user) {
        Signer signer = HMACSigner.newSHA256Signer(System.getenv("FORUM_KEY")); // expect: secret-env-read
        JWT jwt = new JWT().setSubject(user).setExpiration(ZonedDateTime.now().plusMinutes(30));
        return JWT.getEncoder().encode(jwt, signer); // expect: local-sign
    }

    JWT read(String token, Verifier verifier) {
        return JWT.getDecoder().decode(token, verifier); // expect: local-decode
    }

    JWT fixed(String token) {
        Verifier verifier = HMACVerifier.newVerifier("too many secrets"); // expect: secret-hardcoded
        return JWT.getDecoder().decode(token, verifier); // expect: local-decode
    }

    String glance(String token) {
        return JWTUtils.decodePayload(token).subject; // expect: unverified-decode
    }
}
