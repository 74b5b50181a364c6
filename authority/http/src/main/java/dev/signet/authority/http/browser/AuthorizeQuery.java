package dev.signet.authority.http.browser;

import dev.signet.authority.grant.AuthorizationRequest;
import dev.signet.http.message.Parameters;
import java.util.Optional;
import java.util.Set;

/**
 * The authorization request that a page carries along in its own query. Only what an authorization
 * request may have goes along, encoded anew.
 */
record AuthorizeQuery(Parameters parameters) {

    private static final Set<String> WISHES = Set.of("prompt", "max_age");

    private static final Set<String> CARRIED =
            Set.of(
                    "client_id",
                    "redirect_uri",
                    "response_type",
                    "scope",
                    "state",
                    "nonce",
                    "code_challenge",
                    "code_challenge_method",
                    "login_hint",
                    "prompt",
                    "max_age");

    /** What the client asks for. */
    AuthorizationRequest request() {
        return new AuthorizationRequest(
                parameters.find("client_id"),
                parameters.find("redirect_uri"),
                parameters.find("response_type"),
                parameters.find("scope"),
                parameters.find("state"),
                parameters.find("nonce"),
                parameters.find("code_challenge"),
                parameters.find("code_challenge_method"));
    }

    /** Who the client thinks is going to sign in (OpenID Connect Core §3.1.2.1). */
    Optional<String> loginHint() {
        return parameters.find("login_hint");
    }

    /** That page of ours with this request in its query. */
    String at(String path) {
        String query = parameters.only(CARRIED).encoded();
        return query.isEmpty() ? path : path + '?' + query;
    }

    /** The same request once the person has just signed in for it. */
    AuthorizeQuery fulfilled() {
        return new AuthorizeQuery(parameters.without(WISHES));
    }
}
