package dev.signet.scanner.library;

import java.util.List;
import java.util.Optional;

/**
 * One thing that a library offers.
 *
 * @param library by its own name
 * @param key which argument is the key, when one is
 * @param notIf any of these makes it something else that has nothing to do with tokens
 * @param unverifiedIf any of these makes a verification one that verifies nothing
 * @param weakIf any of these leaves a check out
 * @param unless nothing of its own where the same library is also used like that
 */
public record Api(
        String library,
        Path path,
        Use use,
        Optional<Where> key,
        List<Check> notIf,
        List<Check> unverifiedIf,
        List<Check> weakIf,
        Optional<Use> unless) {

    public Api {
        notIf = List.copyOf(notIf);
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

    /** Whether it is a method of an object of which nothing is known. */
    public boolean isOfUnknown() {
        return path.matchesAnything();
    }

    /** The parts of its dotted name; {@code *} and {@code **} stand for any. */
    public List<String> parts() {
        return path.parts();
    }
}
