package dev.signet.e2e.offender.first;

import dev.signet.e2e.offender.second.Second;

/** Knows the second package, which knows this one. */
public record First(Second second) {}
