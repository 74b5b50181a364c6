package dev.signet.http.route;

import dev.signet.http.message.Answer;

/**
 * Whether a guard lets a request in.
 *
 * @param <P> who the caller turned out to be
 */
public sealed interface Admission<P> {

    /** The caller is known. */
    record Admitted<P>(P principal) implements Admission<P> {}

    /** The caller is not let in; the answer says why. */
    record Refused<P>(Answer answer) implements Admission<P> {}
}
