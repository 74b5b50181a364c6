package dev.signet.scanner.gate;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How findings that were there before are treated.
 *
 * @param baseline the file that names them
 * @param update whether it is created, or shrunk to what is left
 * @param base a revision whose baseline must not be smaller
 */
public record Ratchet(Optional<Path> baseline, boolean update, Optional<String> base) {

    /** Every finding counts as new. */
    public static final Ratchet NONE = new Ratchet(Optional.empty(), false, Optional.empty());
}
