package dev.signet.verifier.authority;

import dev.signet.token.jose.CompactJws;
import java.util.regex.Pattern;

/** The access token by which the authority knows this service. Never printed. */
record ServiceToken(String value) {

    /** {@code b64token} (RFC 6750 §2.1). */
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    ServiceToken {
        if (value.length() > CompactJws.LENGTH_MAX || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("service token: not a bearer token");
        }
    }

    @Override
    public String toString() {
        return "ServiceToken[hidden]";
    }
}
