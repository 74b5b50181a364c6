package dev.signet.authority.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Ways to get a token (RFC 6749 §1.3). */
public enum GrantType {
    AUTHORIZATION_CODE,
    REFRESH_TOKEN,
    CLIENT_CREDENTIALS,
    /** E-mail and password at the authority's own endpoints; never at {@code /oauth2/token}. */
    FIRST_PARTY_LOGIN;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The {@code grant_type} value. */
    public String code() {
        return code;
    }

    /** The grant of that {@code grant_type}; empty for one that we do not have. */
    public static Optional<GrantType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
