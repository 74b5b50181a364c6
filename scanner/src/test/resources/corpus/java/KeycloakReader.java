package com.acme.chat;

import java.security.PublicKey;
import org.keycloak.RSATokenVerifier;
import org.keycloak.TokenVerifier;
import org.keycloak.common.VerificationException;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.representations.AccessToken;

class KeycloakReader {

    AccessToken verified(String token, PublicKey key) throws VerificationException {
        return TokenVerifier.create(token, AccessToken.class)
                .withDefaultChecks()
                .publicKey(key)
                .verify() // expect: local-decode
                .getToken();
    }

    AccessToken old(String token, PublicKey key) throws VerificationException {
        return RSATokenVerifier.create(token)
                .publicKey(key)
                .checkActive(false) // expect: weak-validation
                .verify() // expect: local-decode
                .getToken();
    }

    AccessToken glance(String token) throws VerificationException {
        return TokenVerifier.create(token, AccessToken.class).getToken(); // expect: unverified-decode
    }

    AccessToken older(String token) throws Exception {
        return new JWSInput(token).readJsonContent(AccessToken.class); // expect: unverified-decode
    }
}
