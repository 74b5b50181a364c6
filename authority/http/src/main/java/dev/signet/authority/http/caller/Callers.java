package dev.signet.authority.http.caller;

import dev.signet.authority.audit.Caller;
import dev.signet.http.message.Request;

/** Who asks, as the audit log writes it. */
public final class Callers {

    private Callers() {}

    /** The request's sender, before it is known who that is. */
    public static Caller of(Request request) {
        return Caller.anonymous(request.address(), request.userAgent(), request.correlationId());
    }
}
