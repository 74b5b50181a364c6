package dev.signet.chat.http.login;

import java.net.URI;

/**
 * As whom the chat backend signs people in.
 *
 * @param publicUri where browsers find the backend; a base address without a path
 * @param issuer the authority, exactly as it names itself
 */
public record LoginSettings(URI publicUri, String issuer, String clientId) {

    /** Who it is, to stay signed in, to chat, and what the assistant may look at and end. */
    public static final String SCOPE =
            "openid profile email offline_access"
                    + " chat:use account:read account:sessions account:security";

    /** Where the authority sends browsers back to; registered there. */
    public URI callback() {
        return URI.create(publicUri + "/callback");
    }
}
