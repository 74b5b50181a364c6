package dev.signet.authority.http.browser;

import dev.signet.authority.session.Session;
import dev.signet.http.message.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the client wants the person to be asked (OpenID Connect Core §3.1.2.1). There is no consent
 * to ask for, since clients are registered by the operator.
 *
 * @param silent {@code prompt=none}: show no page
 * @param again sign in, whoever is signed in already
 * @param maxAge how long ago the last sign-in may be
 */
record Wish(boolean silent, boolean again, Optional<Duration> maxAge) {

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    /** What the parameters ask for, or what is wrong with them. */
    sealed interface Reading {
        record Read(Wish wish) implements Reading {}

        /** An error of OpenID Connect Core §3.1.2.6 or RFC 6749 §4.1.2.1. */
        record Refused(String error, String description) implements Reading {}
    }

    static Reading of(Parameters query) {
        if (query.contains("request")) {
            return new Reading.Refused("request_not_supported", "request objects are not read");
        }
        if (query.contains("request_uri")) {
            return new Reading.Refused("request_uri_not_supported", "request_uri is not read");
        }
        if (query.find("response_mode").filter(mode -> !mode.equals("query")).isPresent()) {
            return new Reading.Refused("invalid_request", "response_mode: only query");
        }
        if (query.contains("dpop_jkt")) {
            return new Reading.Refused("invalid_request", "dpop_jkt: codes are bound by PKCE only");
        }
        return ofPrompt(query);
    }

    private static Reading ofPrompt(Parameters query) {
        List<String> prompts = List.of(query.find("prompt").orElse("").split(" ", -1));
        boolean silent = prompts.contains("none");
        if (silent && prompts.size() > 1) {
            return new Reading.Refused("invalid_request", "prompt: none stands alone");
        }
        Optional<String> maxAge = query.find("max_age");
        if (maxAge.filter(text -> !SECONDS.matcher(text).matches()).isPresent()) {
            return new Reading.Refused("invalid_request", "max_age: a number of seconds");
        }
        return new Reading.Read(
                new Wish(
                        silent,
                        prompts.contains("login") || prompts.contains("select_account"),
                        maxAge.map(Long::parseLong).map(Duration::ofSeconds)));
    }

    /** Whether that login is what the client wants. */
    boolean isFulfilledBy(Session session, Instant now) {
        return !again
                && maxAge.filter(max -> !now.isBefore(session.authenticatedAt().plus(max)))
                        .isEmpty();
    }
}
