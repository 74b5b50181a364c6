package dev.signet.http.server;

import dev.signet.http.message.Problem;
import java.io.Serial;

/** A request's head leaves open where its body ends (RFC 9112 §6.3). Carries no stack. */
@SuppressWarnings("StaticAssignmentOfThrowable") // made once, for they carry no stack
final class UnreadableFramingException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    /** Two readers could see different ends. */
    static final UnreadableFramingException AMBIGUOUS =
            new UnreadableFramingException(400, "It is not clear where this request ends.");

    /** The body went through a coding that is not known here. */
    static final UnreadableFramingException UNKNOWN_CODING =
            new UnreadableFramingException(501, "Of transfer codings only chunked is known here.");

    private final int status;
    private final String detail;

    private UnreadableFramingException(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.detail = detail;
    }

    Problem problem() {
        return Problem.of(status, status == 501 ? "not_implemented" : "invalid_request", detail);
    }
}
