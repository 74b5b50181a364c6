package dev.signet.chat.http.live;

import dev.signet.chat.login.UserContext;
import dev.signet.token.verdict.Verdict;

/** Something open in a user's name: a socket or a stream. Safe for many threads. */
public interface LiveLogin {

    /** In whose name, as of the newest renewal. */
    UserContext context();

    /** Applies a fresh verdict on {@link #context}; returns at once. */
    void judged(Verdict verdict);
}
