package dev.signet.authority.http.browser;

import dev.signet.authority.grant.AuthorizationRequest;
import dev.signet.http.message.Parameters;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The authorization request that a page carries along in its own query. */
final class AuthorizeQuery {

    private AuthorizeQuery() {}

    static AuthorizationRequest request(Parameters query) {
        return new AuthorizationRequest(
                query.find("client_id"),
                query.find("redirect_uri"),
                query.find("response_type"),
                query.find("scope"),
                query.find("state"),
                query.find("nonce"),
                query.find("code_challenge"),
                query.find("code_challenge_method"));
    }

    /** The same query without the wish to sign in again, once that has been done. */
    static String withoutPrompt(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.startsWith("prompt="))
                .collect(Collectors.joining("&"));
    }

    /** A path with that query, if there is any. */
    static String path(String path, String query) {
        return query.isEmpty() ? path : path + "?" + query;
    }
}
