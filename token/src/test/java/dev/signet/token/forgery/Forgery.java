package dev.signet.token.forgery;

import dev.signet.token.verdict.Reason;

/**
 * One token that must not pass.
 *
 * @param kind what is wrong with it; several tokens may be of one kind
 * @param expected the one reason that the validator must give
 */
record Forgery(String kind, String token, Reason expected) {

    @Override
    public String toString() {
        return kind + " -> " + expected.code();
    }
}
