package dev.signet.authority.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One thing that happened.
 *
 * @param done false when it was asked for and refused
 * @param subject the account or client whose security it concerns; may be empty
 * @param target what it was done to: a session, key or token identifier, never a credential; may be
 *     empty
 * @param detail a short word on the circumstances; may be empty
 */
public record AuditEvent(
        Instant at,
        AuditAction action,
        boolean done,
        Caller by,
        String subject,
        String target,
        String detail) {

    static final int TARGET_MAX = 128;
    static final int DETAIL_MAX = 256;

    public AuditEvent {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        subject = Caller.bounded(subject, Caller.ID_MAX);
        target = Caller.bounded(target, TARGET_MAX);
        detail = Caller.bounded(detail, DETAIL_MAX);
    }

    /** Something that was done. */
    public static AuditEvent done(Instant at, AuditAction action, String subject, Caller by) {
        return new AuditEvent(at, action, true, by, subject, "", "");
    }

    /** Something that was refused. */
    public static AuditEvent refused(Instant at, AuditAction action, String subject, Caller by) {
        return new AuditEvent(at, action, false, by, subject, "", "");
    }

    /** The same with what it was done to. */
    public AuditEvent on(String target) {
        return new AuditEvent(at, action, done, by, subject, target, detail);
    }

    /** The same with a word on the circumstances. */
    public AuditEvent because(String detail) {
        return new AuditEvent(at, action, done, by, subject, target, detail);
    }
}
