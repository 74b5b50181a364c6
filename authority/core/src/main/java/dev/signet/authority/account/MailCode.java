package dev.signet.authority.account;

import dev.signet.authority.credential.CredentialHash;
import java.time.Instant;

/** A single-use code that was sent by mail, as it is stored. */
public record MailCode(CredentialHash hash, String accountId, Purpose purpose, Instant expiresAt) {

    /** What the code is good for. */
    public enum Purpose {
        VERIFY_EMAIL,
        RESET_PASSWORD
    }
}
