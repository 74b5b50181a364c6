package dev.signet.chat.http.authority;

import dev.signet.chat.http.authority.JsonFacts.UnreadableException;
import dev.signet.verifier.authority.Answer;
import dev.signet.verifier.authority.Call;
import dev.signet.verifier.authority.ServiceCredential;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exchanges codes and refresh tokens (RFC 6749 §4.1.3, §6), as a confidential client. */
public final class TokenClient {

    private static final Logger LOG = LoggerFactory.getLogger(TokenClient.class);

    private final AuthorityCalls calls;
    private final AuthorityEndpoints endpoints;
    private final ServiceCredential client;

    TokenClient(AuthorityCalls calls, AuthorityEndpoints endpoints, ServiceCredential client) {
        this.calls = calls;
        this.endpoints = endpoints;
        this.client = client;
    }

    /** Exchanges a code for the first tokens of a login. */
    public TokenAnswer exchange(String code, String codeVerifier, URI redirectUri)
            throws InterruptedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri.toString());
        form.put("code_verifier", codeVerifier);
        return ask(request(form));
    }

    /**
     * Exchanges a refresh token for its successor.
     *
     * @param instance names this login's holder: a repeated exchange under the same name gets the
     *     same successor, any other is theft
     */
    public TokenAnswer refresh(String refreshToken, String instance) throws InterruptedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        return ask(request(form).with("Idempotency-Key", instance));
    }

    private Call request(Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + encoded(pair.getValue()))
                        .collect(Collectors.joining("&"));
        return calls.form(endpoints.token(), body, client);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private TokenAnswer ask(Call request) throws InterruptedException {
        Answer answer = calls.send(request);
        try {
            return read(answer);
        } catch (UnreadableException e) {
            LOG.warn("event=token_answer_unreadable member={}", e.getMessage());
            return new TokenAnswer.Unavailable();
        }
    }

    private static TokenAnswer read(Answer answer) throws UnreadableException {
        if (!(answer instanceof Answer.Received received) || received.status() >= 500) {
            LOG.warn("event=token_endpoint_unavailable why=\"{}\"", answer);
            return new TokenAnswer.Unavailable();
        }
        JsonFacts facts = JsonFacts.parse(received.body());
        if (received.status() != 200) {
            return refused(received, facts);
        }
        if (!facts.text("token_type").equalsIgnoreCase("Bearer")) {
            throw new UnreadableException("token_type");
        }
        return new TokenAnswer.Issued(
                facts.text("access_token"),
                facts.optionalText("refresh_token"),
                facts.optionalText("id_token"));
    }

    /** A refusal of this backend itself says nothing about the user's grant. */
    private static TokenAnswer refused(Answer.Received received, JsonFacts facts)
            throws UnreadableException {
        String error = facts.optionalText("error").orElse("");
        if (received.status() == 400 && error.equals("invalid_grant")) {
            return new TokenAnswer.Refused(error);
        }
        LOG.error(
                "event=token_endpoint_refuses_us status={} error={}",
                received.status(),
                plain(error));
        return new TokenAnswer.Unavailable();
    }

    private static String plain(String error) {
        return error.matches("[a-z_]{1,40}") ? error : "?";
    }
}
