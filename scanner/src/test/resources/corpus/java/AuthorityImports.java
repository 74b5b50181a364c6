// authority-modules: com.acme.authservice
package com.acme.orders;

import com.acme.authservice.tokens.TokenService; // expect: authority-import
import com.acme.authclient.AuthClient;
import dev.signet.authority.Signing; // expect: authority-import
import dev.signet.verifier.Verifier;

class AuthorityImports {

    private final TokenService tokens;
    private final AuthClient client;
    private final Verifier verifier;

    AuthorityImports(TokenService tokens, AuthClient client, Verifier verifier) {
        this.tokens = tokens;
        this.client = client;
        this.verifier = verifier;
    }

    String key() {
        return Signing.class.getName();
    }
}
