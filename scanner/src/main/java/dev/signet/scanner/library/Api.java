package dev.signet.scanner.library;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a library offers.
 *
 * @param library by its own name
 * @param key which argument is the key, when one is
 * @param unverifiedIf any of these makes a verification one that verifies nothing
 * @param weakIf any of these leaves a check out
 */
public record Api(
        String library,
        Path path,
        Use use,
        Optional<Where> key,
        List<Check> unverifiedIf,
        List<Check> weakIf) {

    public Api {
        unverifiedIf = List.copyOf(unverifiedIf);
        weakIf = List.copyOf(weakIf);
    }

    /** The name of what is called, without where it comes from. */
    public String name() {
        return path.last();
    }

    /** Whether it is a method of an object of which nothing is known. */
    public boolean isOfUnknown() {
        return path.matchesAnything();
    }
}
