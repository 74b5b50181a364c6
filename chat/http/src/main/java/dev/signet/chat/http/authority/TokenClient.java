package dev.signet.chat.http.authority;

import dev.signet.chat.http.authority.JsonFacts.UnreadableException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exchanges codes and refresh tokens (RFC 6749 §4.1.3, §6), as a confidential client. */
public final class TokenClient {

    private static final Logger LOG = LoggerFactory.getLogger(TokenClient.class);

    private final AuthorityHttp http;
    private final AuthorityEndpoints endpoints;
    private final ClientCredential client;

    TokenClient(AuthorityHttp http, AuthorityEndpoints endpoints, ClientCredential client) {
        this.http = http;
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
        return ask(request(form).header("Idempotency-Key", instance));
    }

    private HttpRequest.Builder request(Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(pair -> pair.getKey() + "=" + encoded(pair.getValue()))
                        .collect(Collectors.joining("&"));
        return AuthorityHttp.to(endpoints.token())
                .header("Authorization", client.basic())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private TokenAnswer ask(HttpRequest.Builder request) throws InterruptedException {
        Reply reply = http.send(request.build());
        try {
            return read(reply);
        } catch (UnreadableException e) {
            LOG.warn("event=token_answer_unreadable member={}", e.getMessage());
            return new TokenAnswer.Unavailable();
        }
    }

    private static TokenAnswer read(Reply reply) throws UnreadableException {
        if (!(reply instanceof Reply.Answered answered) || answered.status() >= 500) {
            LOG.warn("event=token_endpoint_unavailable why=\"{}\"", reply);
            return new TokenAnswer.Unavailable();
        }
        JsonFacts facts = JsonFacts.parse(answered.body());
        if (!answered.ok()) {
            return refused(answered, facts);
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
    private static TokenAnswer refused(Reply.Answered answered, JsonFacts facts)
            throws UnreadableException {
        String error = facts.optionalText("error").orElse("");
        if (answered.status() == 400 && error.equals("invalid_grant")) {
            return new TokenAnswer.Refused(error);
        }
        LOG.error(
                "event=token_endpoint_refuses_us status={} error={}",
                answered.status(),
                plain(error));
        return new TokenAnswer.Unavailable();
    }

    private static String plain(String error) {
        return error.matches("[a-z_]{1,40}") ? error : "?";
    }
}
