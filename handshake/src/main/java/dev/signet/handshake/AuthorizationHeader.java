package dev.signet.handshake;

import java.util.List;
import java.util.regex.Matcher;

/** Carrier 2: {@code Authorization: Bearer <token>} (RFC 6750 §2.1, RFC 9110 §11.6.2). */
final class AuthorizationHeader {

    private AuthorizationHeader() {}

    /**
     * Another scheme than {@code Bearer} speaks to somebody else, e.g. a proxy, and counts as
     * absent. {@code Bearer} with anything but one token behind it is a malformed credential.
     */
    static Carried carried(List<String> values) {
        if (values.isEmpty()) {
            return new Carried.Nothing();
        }
        Matcher scheme = HeaderText.TOKEN.matcher(values.get(0));
        if (values.size() > 1 || !scheme.lookingAt()) {
            return new Carried.Unreadable(Refusals.malformedAuthorization());
        }
        String rest = values.get(0).substring(scheme.end());
        if (!rest.isEmpty() && rest.charAt(0) != ' ') {
            return new Carried.Unreadable(Refusals.malformedAuthorization());
        }
        if (!scheme.group().equalsIgnoreCase("Bearer")) {
            return new Carried.Nothing();
        }
        Credential token = new Credential.Token(HeaderText.trimmed(rest));
        return new Carried.Presented(Carrier.AUTHORIZATION, token);
    }
}
