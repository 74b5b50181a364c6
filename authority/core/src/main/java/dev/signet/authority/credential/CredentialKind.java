package dev.signet.authority.credential;

import dev.signet.token.jose.Base64Url;
import java.util.Optional;

/** The kinds of opaque credentials, told apart by a prefix that secret scanners can look for. */
public enum CredentialKind {
    /** A refresh token. */
    REFRESH("sgr_"),
    /** A ticket for one WebSocket or SSE connection. */
    TICKET("sgt_"),
    /** An authorization code. */
    CODE("sgc_"),
    /** A service's secret. */
    SECRET("sgs_"),
    /** What a browser holds of a login at the authority's own pages. */
    BROWSER("sgb_"),
    /** A single-use code sent by mail. */
    MAIL("sgm_");

    /** base64url characters of 256 bits. */
    static final int ENCODED_LENGTH = 43;

    private final String prefix;

    CredentialKind(String prefix) {
        this.prefix = prefix;
    }

    String prefix() {
        return prefix;
    }

    /**
     * The credential of this kind with those bits.
     *
     * @param bytes 32, which nobody can guess
     */
    public Credential of(byte[] bytes) {
        String text = prefix + Base64Url.encode(bytes);
        return parse(text).orElseThrow(() -> new IllegalArgumentException("credential: 32 bytes"));
    }

    /** The 32 bytes of a credential of this kind. */
    public byte[] bytesOf(Credential credential) {
        return parse(credential.value())
                .flatMap(own -> Base64Url.decode(own.value().substring(prefix.length())))
                .orElseThrow(() -> new IllegalArgumentException("credential: of another kind"));
    }

    /** That text as a credential of this kind; empty when it cannot have been made here. */
    public Optional<Credential> parse(String text) {
        if (text.length() != prefix.length() + ENCODED_LENGTH || !text.startsWith(prefix)) {
            return Optional.empty();
        }
        return Base64Url.decode(text.substring(prefix.length())).map(_ -> new Credential(text));
    }
}
