package dev.signet.handshake;

import dev.signet.token.authorization.Authorization;
import java.util.List;

/** Carrier 2: {@code Authorization: Bearer <token>} (RFC 6750 §2.1, RFC 9110 §11.6.2). */
final class AuthorizationHeader {

    private AuthorizationHeader() {}

    /**
     * Another scheme than {@code Bearer} speaks to somebody else, e.g. a proxy, and counts as
     * absent. {@code Bearer} with anything but one token behind it is a bad request.
     */
    static Carried carried(List<String> values) {
        Authorization presented = Authorization.of(values);
        if (presented instanceof Authorization.Bearer bearer) {
            Credential token = new Credential.Token(bearer.token());
            return new Carried.Presented(Carrier.AUTHORIZATION, token);
        }
        boolean unreadable =
                presented instanceof Authorization.Repeated
                        || presented instanceof Authorization.Malformed;
        return unreadable
                ? new Carried.Unreadable(Refusals.malformedAuthorization())
                : new Carried.Nothing();
    }
}
