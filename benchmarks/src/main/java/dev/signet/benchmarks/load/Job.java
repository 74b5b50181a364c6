package dev.signet.benchmarks.load;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One kind of request.
 *
 * @param forms a file with one form per line, which are posted in turn; empty for GET
 * @param signs whether each answer costs a signature, of the peer as well
 * @param shareMin what part of the peer's rate the authority must reach, 0 to 1
 */
record Job(String name, String path, Optional<Path> forms, boolean signs, double shareMin) {

    String method() {
        return forms.isPresent() ? "POST" : "GET";
    }

    /** What the peer does, for the table. */
    String peer(int bytes) {
        return "bare " + method() + (signs ? " and sign" : "") + ", " + bytes + " bytes";
    }
}
