package dev.signet.scanner.result;

import dev.signet.scanner.finding.Finding;
import java.util.Optional;

/**
 * A finding and where it stands.
 *
 * @param fingerprint the same after lines were moved or indented and files renamed
 * @param allowedBy the exception's reason, when there is one
 * @param owner whom {@code CODEOWNERS} names
 */
public record Judged(
        Finding finding,
        String fingerprint,
        Status status,
        Optional<String> allowedBy,
        Optional<String> owner) {

    public boolean isNew() {
        return status == Status.NEW;
    }

    public boolean isAllowed() {
        return status == Status.ALLOWED;
    }

    /** The same with another state. */
    public Judged with(Status other) {
        return new Judged(finding, fingerprint, other, allowedBy, owner);
    }
}
