package dev.signet.http.route;

import dev.signet.http.message.Request;

/**
 * Finds out who calls, before anything else of the request is read. Thread-safe.
 *
 * @param <P> who the caller turns out to be
 */
public interface Guard<P> {

    /** The kind of caller that this guard lets in. */
    Caller caller();

    Admission<P> admit(Request request);
}
