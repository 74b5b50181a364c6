package dev.signet.scanner.library;

import java.util.List;

/**
 * A library that handles tokens.
 *
 * @param packages what manifests call it; none for what comes with a platform
 * @param apis what it offers, the first that fits before others
 */
public record Library(String name, List<String> packages, List<Api> apis) {

    public Library {
        packages = List.copyOf(packages);
        apis = List.copyOf(apis);
    }
}
