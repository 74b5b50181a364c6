package dev.signet.authority.client;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scopes of people's tokens that have a meaning here. A client may be registered for others
 * too, which are its services' to understand.
 */
public enum Scope {
    /** Who the person is, as an id token and at userinfo (OpenID Connect Core §3.1.2.1). */
    OPENID("openid"),
    /** The person's name. */
    PROFILE("profile"),
    /** The person's e-mail address. */
    EMAIL("email"),
    /** A refresh token; only for who asks for it by name. */
    OFFLINE_ACCESS("offline_access"),
    /** Read one's account. */
    ACCOUNT_READ("account:read"),
    /** List and end one's sessions. */
    ACCOUNT_SESSIONS("account:sessions"),
    /** Read one's security events. */
    ACCOUNT_SECURITY("account:security"),
    /** Change one's account. */
    ACCOUNT_WRITE("account:write"),
    /** Use the chat, and tickets to connect to it. */
    CHAT_USE("chat:use");

    private static final Map<String, Set<String>> FURTHER_PERMISSIONS =
            Map.of(ACCOUNT_SESSIONS.code, Set.of("sessions:revoke"));

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    /** As it stands in a {@code scope} parameter. */
    public String code() {
        return code;
    }

    /** All of them, in the order of this page. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Scope::code).toList();
    }

    /**
     * Whether a scope, ours or another, stands for a permission: each stands for the one of its own
     * name, and {@code account:sessions} for {@code sessions:revoke} too.
     */
    static boolean standsFor(String scope, String permission) {
        return scope.equals(permission)
                || FURTHER_PERMISSIONS.getOrDefault(scope, Set.of()).contains(permission);
    }
}
