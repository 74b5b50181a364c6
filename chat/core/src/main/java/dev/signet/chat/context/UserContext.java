package dev.signet.chat.context;

import dev.signet.chat.id.UserId;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.time.Instant;

/**
 * One user within one login session, made per request from a {@code VALID} verdict and from nothing
 * else. It is the only way to threads, runs and connections. Immutable.
 */
public final class UserContext {
    /** The permission without which nobody is admitted. */
    public static final String PERMISSION = "chat:use";

    /** The scope that stands for that permission. */
    public static final String SCOPE = "chat:use";

    private final Identity identity;
    private final Delegation delegation;
    private final UserId userId;
    private final String sessionId;

    private UserContext(Identity identity, String sessionId, Delegation delegation) {
        this.identity = identity;
        this.sessionId = sessionId;
        this.delegation = delegation;
        this.userId = new UserId(identity.subject());
    }

    /**
     * Decides whether the holder of a good token may come in.
     *
     * @param delegation the credential that the verdict is about
     */
    public static Admission admit(Verdict.Valid verdict, Delegation delegation) {
        Identity identity = verdict.identity();
        if (identity.kind() != Identity.Kind.USER || identity.sessionId().isEmpty()) {
            return new Admission.NotAPerson();
        }
        if (!identity.may(PERMISSION)) {
            return identity.scopes().contains(SCOPE)
                    ? new Admission.NotPermitted(PERMISSION)
                    : new Admission.InsufficientScope(SCOPE);
        }
        String sessionId = identity.sessionId().get();
        return new Admission.Admitted(new UserContext(identity, sessionId, delegation));
    }

    public UserId userId() {
        return userId;
    }

    /** {@code sid} of the login. */
    public String sessionId() {
        return sessionId;
    }

    public Identity identity() {
        return identity;
    }

    public Instant expiresAt() {
        return identity.expiresAt();
    }

    /** The means to act for this user; hand it to the authority and to nobody else. */
    public Delegation delegation() {
        return delegation;
    }

    public boolean may(String permission) {
        return identity.may(permission);
    }

    /**
     * Whether the other context is of the same user and the same login, so that it may renew this.
     */
    public boolean continuedBy(UserContext other) {
        return userId.equals(other.userId) && sessionId.equals(other.sessionId);
    }

    @Override
    public String toString() {
        return "UserContext[" + userId + "]";
    }
}
