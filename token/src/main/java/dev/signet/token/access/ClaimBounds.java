package dev.signet.token.access;

import dev.signet.token.limit.TokenLimits;
import java.time.Duration;
import java.util.Collection;

/** What a claim may hold; the same for those who write tokens and those who read them. */
final class ClaimBounds {

    private ClaimBounds() {}

    static boolean isText(String text) {
        return !text.isEmpty() && text.length() <= TokenLimits.CLAIM_LENGTH_MAX;
    }

    static void requireText(String claim, String text) {
        if (!isText(text)) {
            throw new IllegalArgumentException(
                    claim + ": 1 to " + TokenLimits.CLAIM_LENGTH_MAX + " characters");
        }
    }

    static void requireTexts(String claim, Collection<String> texts) {
        if (texts.size() > TokenLimits.CLAIM_ELEMENTS_MAX) {
            throw new IllegalArgumentException(
                    claim + ": at most " + TokenLimits.CLAIM_ELEMENTS_MAX);
        }
        texts.forEach(text -> requireText(claim, text));
    }

    /** Scopes stand in one claim, with spaces between them. */
    static void requireScopes(Collection<String> scopes) {
        requireTexts("scope", scopes);
        if (scopes.stream().anyMatch(scope -> scope.contains(" "))) {
            throw new IllegalArgumentException("scope: no spaces within one");
        }
        if (!scopes.isEmpty()) {
            requireText("scope", String.join(" ", scopes));
        }
    }

    static void requireLifetime(Duration lifetime) {
        if (lifetime.toSeconds() < 1 || lifetime.compareTo(TokenLimits.LIFETIME_MAX) > 0) {
            throw new IllegalArgumentException(
                    "lifetime: 1 s to " + TokenLimits.LIFETIME_MAX.toHours() + " h");
        }
    }
}
