package dev.signet.scanner.manifest;

import dev.signet.scanner.source.Span;

/**
 * A library that a project needs when it runs.
 *
 * @param name as its ecosystem writes it; for Maven {@code group:artifact}
 * @param at the name in the file
 */
public record Dependency(Ecosystem ecosystem, String name, Span at) {}
