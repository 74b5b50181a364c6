package dev.signet.authority.client;

import dev.signet.authority.limit.Words;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An application or service that may ask for tokens.
 *
 * @param id 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}
 * @param redirectUris where codes may be sent; compared as text (RFC 9700 §2.1)
 * @param scopes what it may ask for
 * @param permissions what it may do in its own name; a person's tokens carry the person's
 * @param audiences for whom its own tokens are good
 */
public record Client(
        String id,
        String name,
        Kind kind,
        Set<String> redirectUris,
        Set<GrantType> grants,
        Scopes scopes,
        Set<String> permissions,
        Set<String> audiences) {

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
        permissions = Words.checked("permissions", permissions);
        audiences = Words.checked("audiences", audiences);
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
    }

    private static void checkGrants(Kind kind, Set<GrantType> grants, Set<String> redirectUris) {
        if (kind == Kind.PUBLIC && grants.contains(GrantType.CLIENT_CREDENTIALS)) {
            throw new IllegalArgumentException("client: a public client has no name of its own");
        }
        if (grants.contains(GrantType.AUTHORIZATION_CODE) && redirectUris.isEmpty()) {
            throw new IllegalArgumentException("client: codes need a redirect URI");
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

    /** Whether it must show a secret. */
    public boolean hasSecret() {
        return kind != Kind.PUBLIC;
    }
}
