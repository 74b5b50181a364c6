package dev.signet.http.route;

import dev.signet.http.message.Request;
import java.util.Optional;

/**
 * Finds out who calls, before anything else of the request is read. Thread-safe.
 *
 * @param <P> who the caller turns out to be
 */
public interface Guard<P> {

    /** The kind of caller that this guard lets in. */
    Caller caller();

    /** The scope that the caller's token needs; empty when none does, or no token is shown. */
    default Optional<String> scope() {
        return Optional.empty();
    }

    Admission<P> admit(Request request);
}
