package dev.signet.authority.session;

import java.util.List;

/** The facts of a login that is about to begin. */
public record SessionStart(
        String sessionId, String accountId, String clientId, List<String> methods) {

    public SessionStart {
        methods = List.copyOf(methods);
    }
}
