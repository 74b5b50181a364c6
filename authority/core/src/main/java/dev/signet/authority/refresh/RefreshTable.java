package dev.signet.authority.refresh;

import dev.signet.authority.credential.CredentialHash;
import java.time.Instant;
import java.util.Optional;

/** Where refresh tokens are kept. */
public interface RefreshTable {

    void addFamily(TokenFamily family);

    Optional<TokenFamily> family(String id);

    void add(StoredRefresh token);

    Optional<StoredRefresh> find(CredentialHash hash);

    /** Notes the first use in one step; false, and nothing is changed, when it was used before. */
    boolean spend(CredentialHash hash, StoredRefresh.Spent first);

    /**
     * Notes in one step that an unused token is handed out again; false, and nothing is changed,
     * when it was used or is gone.
     */
    boolean repeat(CredentialHash hash, Instant at);

    /** Forgets the family's spent tokens of that generation and of those before it. */
    void forgetSpent(String familyId, long generation);

    /**
     * Forgets at most {@code max} tokens and families of sessions that ended or expired before
     * then.
     */
    int purge(Instant before, int max);
}
