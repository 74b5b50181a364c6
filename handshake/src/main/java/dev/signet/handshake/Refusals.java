package dev.signet.handshake;

import dev.signet.handshake.HandshakeOutcome.Refused;
import dev.signet.token.verdict.Reason;
import java.time.Duration;
import java.util.Optional;

/** Every refusal of the handshake with its status, code and text. */
final class Refusals {

    private Refusals() {}

    static Refused headerTooLong() {
        return badRequest(
                "header_too_long", "The Sec-WebSocket-Protocol header is longer than admitted.");
    }

    static Refused tooManySubprotocols() {
        return badRequest(
                "too_many_subprotocols", "The client offers more subprotocols than admitted.");
    }

    static Refused malformedSubprotocol() {
        return badRequest(
                "malformed_subprotocol",
                "Sec-WebSocket-Protocol must be a list of distinct tokens (RFC 6455, 4.1).");
    }

    static Refused malformedAuthorization() {
        return badRequest(
                "malformed_authorization",
                "Send one Authorization header of the form: Bearer <token>.");
    }

    static Refused queryTooLong() {
        return badRequest("query_too_long", "The query is longer than admitted.");
    }

    static Refused malformedQuery() {
        return badRequest("malformed_query", "The query is not correctly percent-encoded.");
    }

    static Refused queryTokenDenied() {
        return badRequest(
                "query_token_denied",
                "Tokens in the URL are not admitted; send a ticket or use Sec-WebSocket-Protocol.");
    }

    static Refused ambiguousCredential() {
        return badRequest(
                "ambiguous_credential", "Send one credential, not several in the same place.");
    }

    static Refused malformedOrigin() {
        return badRequest("malformed_origin", "Send at most one Origin header.");
    }

    static Refused conflictingIdentity() {
        return badRequest(
                "conflicting_identity", "The credentials of this request name different subjects.");
    }

    static Refused originNotAllowed() {
        return forbidden("origin_not_allowed", "This page may not open a socket here.");
    }

    static Refused tlsRequired() {
        return forbidden("tls_required", "Connect with wss; plain ws is not admitted.");
    }

    static Refused missingCredential() {
        return unauthorized(
                "missing_credential",
                "Send a ticket or a token with the handshake.",
                "Bearer"); // RFC 6750 §3.1: no error code when nothing was presented
    }

    static Refused invalid(Reason reason) {
        return unauthorized(
                reason.code(),
                "The credential is not valid: " + reason.code().replace('_', ' ') + ".",
                "Bearer error=\"invalid_token\"");
    }

    static Refused unavailable(Duration retryAfter) {
        return new Refused(
                503,
                "authority_unavailable",
                "The credential could not be checked just now; try again.",
                Optional.of(retryAfter),
                Optional.empty());
    }

    static Refused tooMany(Duration retryAfter) {
        return new Refused(
                429,
                "too_many",
                "Too many sockets or attempts; wait before trying again.",
                Optional.of(retryAfter),
                Optional.empty());
    }

    private static Refused badRequest(String code, String detail) {
        return new Refused(400, code, detail, Optional.empty(), Optional.empty());
    }

    private static Refused unauthorized(String code, String detail, String challenge) {
        return new Refused(401, code, detail, Optional.empty(), Optional.of(challenge));
    }

    private static Refused forbidden(String code, String detail) {
        return new Refused(403, code, detail, Optional.empty(), Optional.empty());
    }
}
