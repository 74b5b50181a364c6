package dev.signet.e2e.offender.second;

import dev.signet.e2e.offender.first.First;

/** Knows the first package, which knows this one. */
public interface Second {
    First first();
}
