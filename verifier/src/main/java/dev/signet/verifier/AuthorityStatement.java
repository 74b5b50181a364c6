package dev.signet.verifier;

import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Identity.Kind;
import dev.signet.token.verdict.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The authority's JSON about a token or ticket. Members unknown here are skipped; one that is known
 * and of the wrong type makes the whole unreadable.
 */
record AuthorityStatement(Map<String, Object> members) {

    /** A member that is missing or of the wrong type; carries nothing of it. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    /** {@code VALID}, {@code INVALID}, {@code UNAVAILABLE}, or whatever stands there. */
    String verdict() {
        return members.get("verdict") instanceof String verdict ? verdict : "";
    }

    /** Empty when there is none, or none that the contract knows. */
    Optional<Reason> reason() {
        return members.get("reason") instanceof String code
                ? Reason.ofCode(code)
                : Optional.empty();
    }

    /** Whether the statement is about that identity, as far as it says. */
    boolean isAbout(Identity identity) {
        return agrees("user_id", identity.subject())
                && agrees("sid", identity.sessionId().orElse(""))
                && agrees("client_id", identity.clientId());
    }

    private boolean agrees(String name, String expected) {
        return !(members.get(name) instanceof String stated) || stated.equals(expected);
    }

    /** The person behind a ticket; empty unless every member is there that an identity needs. */
    Optional<Identity> user(String issuer) {
        try {
            return Optional.of(readUser(issuer));
        } catch (Unreadable | DateTimeException | IllegalArgumentException incomplete) {
            return Optional.empty();
        }
    }

    private Identity readUser(String issuer) {
        return new Identity(
                Kind.USER,
                text("user_id"),
                issuer,
                audiences(),
                text("jti"),
                Optional.of(text("sid")),
                text("client_id"),
                scopes(),
                strings("permissions"),
                optionalText("email"),
                text("env"),
                instant("issued_at"),
                instant("expires_at"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The access token that comes with a redeemed ticket. */
    Optional<DelegatedToken> delegated() {
        return members.get("access_token") instanceof String token && !token.isEmpty()
                ? Optional.of(new DelegatedToken(token))
                : Optional.empty();
    }

    private String text(String name) {
        return optionalText(name).orElseThrow(Unreadable::new);
    }

    private Optional<String> optionalText(String name) {
        return members.get(name) instanceof String text && !text.isEmpty()
                ? Optional.of(text)
                : Optional.empty();
    }

    private Set<String> audiences() {
        return members.get("aud") instanceof String single ? Set.of(single) : strings("aud");
    }

    private Set<String> scopes() {
        String scope = optionalText("scope").orElse("");
        return scope.isEmpty() ? Set.of() : Set.copyOf(List.of(scope.split(" ", -1)));
    }

    private Set<String> strings(String name) {
        if (!(members.get(name) instanceof List<?> elements)) {
            throw new Unreadable();
        }
        return Set.copyOf(elements.stream().map(AuthorityStatement::string).toList());
    }

    private static String string(Object element) {
        if (element instanceof String text && !text.isEmpty()) {
            return text;
        }
        throw new Unreadable();
    }

    /** Seconds since 1970, or RFC 3339. */
    private Instant instant(String name) {
        return members.get(name) instanceof Long seconds
                ? Instant.ofEpochSecond(seconds)
                : Instant.parse(text(name));
    }

    /** Hides everything: it may hold a token. */
    @Override
    public String toString() {
        return "AuthorityStatement[" + verdict() + "]";
    }
}
