package dev.signet.benchmarks.load;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One kind of request.
 *
 * @param forms a file with one form per line, which are posted in turn; empty for GET
 * @param perSecondMin what the authority must reach
 */
record Job(String name, String path, Optional<Path> forms, double perSecondMin) {

    String method() {
        return forms.isPresent() ? "POST" : "GET";
    }
}
