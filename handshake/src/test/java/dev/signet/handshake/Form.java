package dev.signet.handshake;

import static dev.signet.handshake.ScriptedVerifier.encoded;

import dev.signet.token.verdict.Verdict;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Every way to send a credential with the request. */
enum Form {
    TICKET_ENTRY(Carrier.SUBPROTOCOL, true, (r, it) -> r.offer("signet.ticket." + it)),
    JWT_AUTH(Carrier.SUBPROTOCOL, false, (r, it) -> r.offer("jwt-auth." + it)),
    JWT_AUTH_ENCODED(Carrier.SUBPROTOCOL, false, (r, it) -> r.offer("jwt-auth." + encoded(it))),
    JWT(Carrier.SUBPROTOCOL, false, (r, it) -> r.offer("jwt." + it)),
    JWT_ENCODED(Carrier.SUBPROTOCOL, false, (r, it) -> r.offer("jwt." + encoded(it))),
    BEARER_ENTRY(Carrier.SUBPROTOCOL, false, (r, it) -> r.offer("bearer." + it)),
    BEARER_ENTRY_ENCODED(Carrier.SUBPROTOCOL, false, (r, it) -> r.offer("bearer." + encoded(it))),
    KUBERNETES(
            Carrier.SUBPROTOCOL,
            false,
            (r, it) -> r.offer("base64url.bearer.authorization.k8s.io." + encoded(it))),
    PHOENIX(Carrier.SUBPROTOCOL, false, (r, it) -> r.offer("base64url.bearer.phx." + encoded(it))),
    AUTHORIZATION(
            Carrier.AUTHORIZATION, false, (r, it) -> r.header("Authorization", "Bearer " + it)),
    AUTHORIZATION_LOWER_CASE(
            Carrier.AUTHORIZATION, false, (r, it) -> r.header("authorization", "bearer " + it)),
    AUTHORIZATION_UPPER_CASE(
            Carrier.AUTHORIZATION, false, (r, it) -> r.header("AUTHORIZATION", "BEARER   " + it)),
    QUERY_TICKET(Carrier.QUERY, true, (r, it) -> r.query("ticket=" + it)),
    QUERY_TICKET_ENCODED(
            Carrier.QUERY, true, (r, it) -> r.query("%74icket=" + it.replace("_", "%5f"))),
    QUERY_TOKEN(Carrier.QUERY, false, (r, it) -> r.query("token=" + it)),
    QUERY_JWT(Carrier.QUERY, false, (r, it) -> r.query("jwt=" + it)),
    QUERY_AUTH_TOKEN(Carrier.QUERY, false, (r, it) -> r.query("auth_token=" + it)),
    QUERY_ACCESS_TOKEN(
            Carrier.QUERY, false, (r, it) -> r.query("access_token=" + it.replace(".", "%2E")));

    final Carrier carrier;
    final boolean ticket;
    private final BiConsumer<Requests, String> put;

    Form(Carrier carrier, boolean ticket, BiConsumer<Requests, String> put) {
        this.carrier = carrier;
        this.ticket = ticket;
        this.put = put;
    }

    static List<Form> of(Carrier carrier) {
        return Stream.of(values()).filter(form -> form.carrier == carrier).toList();
    }

    /** Whether it is a token in the URL. */
    boolean queryToken() {
        return carrier == Carrier.QUERY && !ticket;
    }

    /** A scheme with nothing behind it is no request (RFC 6750 §3.1); elsewhere it is no token. */
    int statusOfEmpty() {
        return carrier == Carrier.AUTHORIZATION ? 400 : 401;
    }

    String codeOfEmpty() {
        return carrier == Carrier.AUTHORIZATION ? "malformed_authorization" : "malformed";
    }

    /** Puts a new credential with that verdict into the request and returns it. */
    String send(Requests request, ScriptedVerifier verifier, Verdict verdict) {
        String credential = ticket ? verifier.ticket(verdict) : verifier.token(verdict);
        send(request, credential);
        return credential;
    }

    void send(Requests request, String credential) {
        put.accept(request, credential);
    }
}
