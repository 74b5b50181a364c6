package dev.signet.authority.http.caller;

import dev.signet.authority.client.Client;
import dev.signet.authority.client.Clients;
import dev.signet.authority.http.limit.Bursts;
import dev.signet.http.message.Parameters;
import dev.signet.http.message.RefusedException;
import dev.signet.http.message.Request;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import dev.signet.token.authorization.Authorization;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Authenticates OAuth clients (RFC 6749 §2.3) by {@code client_secret_basic}, {@code
 * client_secret_post} or, for public clients, {@code none}; by one of them at a time. Who shows no
 * good secret is bounded by address: a public client's name is no credential.
 */
record ClientGuard(Clients clients, Bursts bursts, boolean admitsPublic) implements Guard<Client> {

    private static final String BASIC = "basic";

    /** What a client showed. */
    private record Shown(String id, Optional<String> secret) {
        @Override
        public String toString() {
            return "Shown[" + id + "]";
        }
    }

    @Override
    public Caller caller() {
        return Caller.CLIENT;
    }

    @Override
    public Admission<Client> admit(Request request) {
        Parameters form;
        try {
            form = request.form();
        } catch (RefusedException unreadable) {
            return new Admission.Refused<>(
                    OAuthError.of("invalid_request", unreadable.problem().detail()));
        }
        Authorization header = Authorization.of(request.headers().apply("Authorization"));
        if (header instanceof Authorization.Repeated || header instanceof Authorization.Malformed) {
            return new Admission.Refused<>(
                    OAuthError.of("invalid_request", "not one readable Authorization header"));
        }
        boolean inHeader = !(header instanceof Authorization.Absent);
        if (inHeader && form.contains("client_secret")) {
            return new Admission.Refused<>(
                    OAuthError.of("invalid_request", "two ways of client authentication"));
        }
        Optional<Shown> shown = inHeader ? ofHeader(header) : ofForm(form);
        Optional<String> other = form.find("client_id");
        Optional<Client> client =
                shown.filter(one -> other.isEmpty() || other.get().equals(one.id()))
                        .flatMap(this::recognise);
        return client.filter(Client::hasSecret)
                .<Admission<Client>>map(Admission.Admitted::new)
                .orElseGet(() -> withoutSecret(request, client));
    }

    private Admission<Client> withoutSecret(Request request, Optional<Client> client) {
        return bursts.refusal(request)
                .or(() ->
                        client.isEmpty()
                                ? Optional.of(OAuthError.invalidClient())
                                : Optional.empty())
                .<Admission<Client>>map(Admission.Refused::new)
                .orElseGet(() -> new Admission.Admitted<>(client.orElseThrow()));
    }

    private Optional<Client> recognise(Shown shown) {
        if (shown.secret().isPresent()) {
            return clients.authenticate(shown.id(), shown.secret().get());
        }
        return admitsPublic ? clients.identify(shown.id()) : Optional.empty();
    }

    private static Optional<Shown> ofForm(Parameters form) {
        return form.find("client_id").map(id -> new Shown(id, form.find("client_secret")));
    }

    private static Optional<Shown> ofHeader(Authorization authorization) {
        return authorization instanceof Authorization.Other(var scheme, var credentials)
                        && scheme.equals(BASIC)
                ? ofBasic(credentials)
                : Optional.empty();
    }

    /** Strict base64 of strict UTF-8 (RFC 7617 §2, RFC 6749 §2.3.1). */
    private static Optional<Shown> ofBasic(String credentials) {
        try {
            String pair = utf8(Base64.getDecoder().decode(credentials));
            int colon = pair.indexOf(':');
            return colon < 1
                    ? Optional.empty()
                    : Optional.of(
                            new Shown(
                                    formDecoded(pair.substring(0, colon)),
                                    Optional.of(formDecoded(pair.substring(colon + 1)))));
        } catch (IllegalArgumentException | CharacterCodingException notBasic) {
            return Optional.empty();
        }
    }

    private static String utf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    }

    /** Identifier and secret are form-encoded within the header (RFC 6749 §2.3.1). */
    private static String formDecoded(String text) {
        return text.indexOf('%') < 0 && text.indexOf('+') < 0
                ? text
                : URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
