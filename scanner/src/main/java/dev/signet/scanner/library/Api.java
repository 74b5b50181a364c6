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

    /** Whether this is reached from what another one gives. */
    public boolean goesOnFrom(Api other) {
        List<String> first = other.path().parts();
        return path.parts().size() > first.size()
                && path.parts().subList(0, first.size()).equals(first);
    }

    /** The name of what is called, without where it comes from. */
    public String name() {
        return path.last();
    }
}
