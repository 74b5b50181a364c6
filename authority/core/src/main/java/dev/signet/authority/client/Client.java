package dev.signet.authority.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An application or service that may ask for tokens.
 *
 * @param id 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}
 * @param redirectUris where codes may be sent; compared as text (RFC 9700 §2.1)
 * @param scopes for what it may ask a person
 * @param service what it may do in its own name
 */
public record Client(
        String id,
        String name,
        Kind kind,
        Set<String> redirectUris,
        Set<GrantType> grants,
        ClientScopes scopes,
        ServiceAccess service) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int REDIRECT_URIS_MAX = 64;
    private static final int TEXT_MAX = 512;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** What a client can keep secret. */
    public enum Kind {
        /** An application in a person's hands: has no secret. */
        PUBLIC,
        /** An application on a server, which acts for people. */
        CONFIDENTIAL,
        /** A service, which acts in its own name. */
        SERVICE
    }

    public Client {
        redirectUris = Set.copyOf(redirectUris);
        grants = Set.copyOf(grants);
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("client: an id of 1 to 64 letters, digits, . _ -");
        }
        if (name.isBlank() || name.length() > TEXT_MAX) {
            throw new IllegalArgumentException("client: a name of 1 to " + TEXT_MAX);
        }
        if (redirectUris.size() > REDIRECT_URIS_MAX
                || !redirectUris.stream().allMatch(Client::isRedirectUri)) {
            throw new IllegalArgumentException(
                    "client: a redirect URI is absolute, without a fragment, and https unless local");
        }
        checkGrants(kind, grants, redirectUris);
        checkRights(kind, grants, service.rights());
    }

    private static void checkGrants(Kind kind, Set<GrantType> grants, Set<String> redirectUris) {
        if (kind == Kind.PUBLIC && grants.contains(GrantType.CLIENT_CREDENTIALS)) {
            throw new IllegalArgumentException("client: a public client has no name of its own");
        }
        if (grants.contains(GrantType.AUTHORIZATION_CODE) && redirectUris.isEmpty()) {
            throw new IllegalArgumentException("client: codes need a redirect URI");
        }
    }

    private static void checkRights(Kind kind, Set<GrantType> grants, Set<ClientRight> rights) {
        if (kind == Kind.PUBLIC && !rights.isEmpty()) {
            throw new IllegalArgumentException("client: a public client has no rights");
        }
        boolean hasTokens = grants.contains(GrantType.CLIENT_CREDENTIALS);
        if (!hasTokens && rights.stream().anyMatch(ClientRight::needsServiceToken)) {
            throw new IllegalArgumentException(
                    "client: validate and feed need a token by client_credentials");
        }
    }

    private static boolean isRedirectUri(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= TEXT_MAX
                    && uri.getHost() != null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && ("https".equals(uri.getScheme()) || isLocal(uri));
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }

    private static boolean isLocal(URI uri) {
        return "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
    }

    public boolean may(GrantType grant) {
        return grants.contains(grant);
    }

    public boolean may(ClientRight right) {
        return service.may(right);
    }

    /** For what it may ask in its own name: its rights, and what is no person's to give. */
    public Scopes serviceScopes() {
        Set<String> own = new HashSet<>(scopes.allowed().values());
        Scope.codes().forEach(own::remove);
        own.addAll(service.rightScopes());
        return new Scopes(own);
    }

    /** Whether it must show a secret. */
    public boolean hasSecret() {
        return kind != Kind.PUBLIC;
    }
}
