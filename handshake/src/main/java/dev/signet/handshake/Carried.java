package dev.signet.handshake;

import dev.signet.handshake.HandshakeOutcome.Refused;

/** What one carrier of a request holds. */
sealed interface Carried {

    /** The carrier is absent: the next one is looked at. */
    record Nothing() implements Carried {}

    /** Exactly one credential, good or bad. */
    record Presented(Carrier carrier, Credential credential) implements Carried {}

    /** Something that cannot be read as one credential; no other carrier makes up for it. */
    record Unreadable(Refused refused) implements Carried {}
}
