package dev.signet.chat.http.login;

import java.time.Instant;

/**
 * One sign-in on its way through the authority. Never printed.
 *
 * @param codeVerifier proves that we asked for the code (RFC 7636)
 * @param nonce must come back in the id token
 * @param browser the hash of the cookie of the browser that began it
 */
record SignInAttempt(String codeVerifier, String nonce, String browser, Instant expiresAt) {

    @Override
    public String toString() {
        return "SignInAttempt[hidden]";
    }
}
