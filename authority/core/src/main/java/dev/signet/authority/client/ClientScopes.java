package dev.signet.authority.client;

import java.util.Set;

/**
 * For what a client may ask a person.
 *
 * @param allowed all that it may ask for
 * @param usual what it gets when it asks for nothing (RFC 6749 §3.3): some of those, and never
 *     {@code offline_access}; none, and a request has to name what it wants
 */
public record ClientScopes(Scopes allowed, Scopes usual) {

    private static final Set<String> IDENTITY =
            Set.of(Scope.OPENID.code(), Scope.PROFILE.code(), Scope.EMAIL.code());

    public ClientScopes {
        if (!allowed.containsAll(usual)) {
            throw new IllegalArgumentException("client: a default scope that it may not ask for");
        }
        if (usual.contains(Scope.OFFLINE_ACCESS.code())) {
            throw new IllegalArgumentException("client: offline_access is never a default scope");
        }
    }

    /** With the usual default: who the person is, and no access to anything. */
    public static ClientScopes of(Scopes allowed) {
        return new ClientScopes(allowed, allowed.only(IDENTITY));
    }

    /** The same. */
    public static ClientScopes of(String... allowed) {
        return of(Scopes.of(allowed));
    }
}
