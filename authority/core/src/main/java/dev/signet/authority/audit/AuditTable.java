package dev.signet.authority.audit;

import java.util.List;

/** Where the chain is kept; nothing is ever changed or taken out. */
public interface AuditTable {

    /** The end of the chain. */
    record Head(long sequence, String hash) {}

    /** Keeps every other writer from appending until this transaction ends; reads the end. */
    Head lockHead();

    /** Appends the row and makes it the new end. */
    void append(AuditRow row);

    /** The rows that concern a subject, newest first, with a sequence below that one. */
    List<AuditRow> ofSubject(String subject, long beforeSequence, int max);

    /** Rows in order, with a sequence above that one. */
    List<AuditRow> after(long sequence, int max);
}
