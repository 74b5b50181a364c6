package dev.signet.authority.client;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client may ask the authority about others' tokens; none unless it is registered so. */
public enum ClientRight {
    /** Ask about tokens and redeem tickets, with a service token. */
    VALIDATE,
    /** Ask about tokens by RFC 7662, with the client's secret. */
    INTROSPECT,
    /** Read the revocation feed, with a service token. */
    FEED;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** Its name, and the scope that a service token needs to use it. */
    public String code() {
        return code;
    }

    public static Optional<ClientRight> ofCode(String code) {
        return Arrays.stream(values()).filter(right -> right.code.equals(code)).findFirst();
    }

    /** Whether it is used with a service token. */
    public boolean needsServiceToken() {
        return this != INTROSPECT;
    }
}
