package dev.signet.authority.account;

import dev.signet.authority.credential.CredentialHash;
import java.time.Instant;
import java.util.Optional;

/** Where codes sent by mail are kept until they are used. */
public interface MailCodeTable {

    /** Adds a code; codes of the same account and purpose that were sent before are void. */
    void replace(MailCode code);

    Optional<MailCode> find(CredentialHash hash);

    /** Uses the code up; false when another use was first. */
    boolean spend(CredentialHash hash);

    /** Forgets at most {@code max} codes that expired before then. */
    int purge(Instant before, int max);
}
