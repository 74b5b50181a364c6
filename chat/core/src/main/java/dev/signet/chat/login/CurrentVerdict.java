package dev.signet.chat.login;

import dev.signet.token.verdict.Verdict;

/**
 * Asks again, at this moment, whether a user's token is good. Answers from memory or within a short
 * bound; safe for use by many threads.
 */
@FunctionalInterface
public interface CurrentVerdict {

    /** {@code INVALID} as soon as the token has expired or was revoked. */
    Verdict now(UserContext context);
}
