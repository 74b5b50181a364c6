package dev.signet.authority.token;

import dev.signet.token.verdict.Identity;
import java.util.Optional;

/**
 * What a service wants to know of a token that it was shown.
 *
 * @param token as it was shown, whatever text it is
 * @param audience must stand in the token; empty for any of ours
 * @param kind whom it must be about; empty for anybody
 */
public record Question(String token, Optional<String> audience, Optional<Identity.Kind> kind) {

    /** Whether the token is good at all. */
    public static Question about(String token) {
        return new Question(token, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "Question[hidden]";
    }
}
