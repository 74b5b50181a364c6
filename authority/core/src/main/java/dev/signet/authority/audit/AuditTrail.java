package dev.signet.authority.audit;

import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.store.Store;
import java.util.List;
import java.util.Optional;

/** Writes the chain, reads it and proves it unbroken. Safe for many threads. */
public final class AuditTrail {

    private final Store<? extends AuditTransaction> store;

    public AuditTrail(Store<? extends AuditTransaction> store) {
        this.store = store;
    }

    /** Appends within the caller's transaction, so that nothing happens without its row. */
    public void append(AuditTransaction tx, AuditEvent event) {
        AuditTable.Head head = tx.audit().lockHead();
        tx.audit().append(AuditChain.next(head, event));
    }

    /** Appends an event that changed nothing else. */
    public void append(AuditEvent event) {
        store.update(tx -> {
            append(tx, event);
        });
    }

    /**
     * The newest events that concern an account or a client.
     *
     * @param beforeSequence only rows below; {@link Long#MAX_VALUE} for the first page
     * @param max 1 to {@value AuthorityLimits#PAGE_MAX}; more is cut
     */
    public List<AuditRow> recent(String subject, long beforeSequence, int max) {
        int size = Math.clamp(max, 1, AuthorityLimits.PAGE_MAX);
        return store.read(tx -> tx.audit().ofSubject(subject, beforeSequence, size));
    }

    /** All rows in order, page by page, after a sequence. */
    public List<AuditRow> after(long sequence, int max) {
        int size = Math.clamp(max, 1, AuthorityLimits.PAGE_MAX);
        return store.read(tx -> tx.audit().after(sequence, size));
    }

    /**
     * The sequence of the first row that does not follow from the one before; empty when all do.
     */
    public Optional<Long> firstBreak() {
        AuditTable.Head head = AuditChain.START;
        while (true) {
            List<AuditRow> page = after(head.sequence(), AuthorityLimits.PAGE_MAX);
            for (AuditRow row : page) {
                if (!AuditChain.follows(head, row)) {
                    return Optional.of(row.sequence());
                }
                head = new AuditTable.Head(row.sequence(), row.hash());
            }
            if (page.isEmpty()) {
                return Optional.empty();
            }
        }
    }
}
