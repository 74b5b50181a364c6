package dev.signet.authority.account;

import dev.signet.authority.limit.Words;
import java.time.Instant;
import java.util.Set;

/**
 * A person's account.
 *
 * @param id {@code usr_…}
 * @param name as the person wants to be called; 1 to {@value #NAME_MAX} characters
 * @param permissions what tokens of this account may do
 */
public record Account(
        String id,
        Email email,
        boolean emailVerified,
        String name,
        State state,
        Set<String> permissions,
        Instant createdAt) {

    public static final int NAME_MAX = 100;

    static final String ID_PREFIX = "usr_";

    /** Whether the person may sign in. */
    public enum State {
        ACTIVE,
        DISABLED
    }

    public Account {
        permissions = Words.checked("permissions", permissions);
        if (!id.startsWith(ID_PREFIX)) {
            throw new IllegalArgumentException("account: not an account id");
        }
        if (!isName(name)) {
            throw new IllegalArgumentException("account: a name of 1 to " + NAME_MAX);
        }
    }

    static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= NAME_MAX
                && name.codePoints().noneMatch(Character::isISOControl);
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /** Names the account, not the person. */
    @Override
    public String toString() {
        return "Account[" + id + " " + state + "]";
    }
}
