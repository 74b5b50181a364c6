package dev.signet.http.server;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.token.jose.Base64Url;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts answers on the wire, with the headers that every answer carries. */
final class AnswerWriter {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerWriter.class);
    private static final String CSP =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    private final SecureRandom random;

    AnswerWriter(SecureRandom random) {
        this.random = random;
    }

    /** Writes the answer unless the connection has gone meanwhile. */
    void write(HttpServerResponse response, Answer answer, String correlationId) {
        if (response.closed() || response.ended()) {
            return;
        }
        response.putHeader("Cache-Control", "no-store");
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "same-origin");
        response.putHeader("X-Correlation-Id", correlationId);
        for (Answer.Header header : answer.headers()) {
            put(response, header);
        }
        send(response, answer, correlationId);
    }

    /** Cookies add up, any other header replaces what stands. */
    private static void put(HttpServerResponse response, Answer.Header header) {
        if (header.name().equalsIgnoreCase("Set-Cookie")) {
            response.headers().add(header.name(), header.value());
            return;
        }
        response.putHeader(header.name(), header.value());
    }

    private void send(HttpServerResponse response, Answer answer, String correlationId) {
        switch (answer) {
            case Answer.Json json ->
                    send(response, json.status(), "application/json", json.body().toBuffer());
            case Answer.Html html -> {
                if (!response.headers().contains("Content-Security-Policy")) {
                    response.putHeader("Content-Security-Policy", CSP);
                }
                send(
                        response,
                        html.status(),
                        "text/html; charset=utf-8",
                        Buffer.buffer(html.body()));
            }
            case Answer.Bytes bytes ->
                    send(response, bytes.status(), bytes.contentType(), bytes.body());
            case Answer.Redirect redirect ->
                    response.setStatusCode(303)
                            .putHeader("Location", redirect.location().toString())
                            .end();
            case Answer.Empty empty -> response.setStatusCode(empty.status()).end();
            case Answer.Refusal refusal -> refuse(response, refusal.problem(), correlationId);
            case Answer.Stream stream -> stream.writer().start(response);
        }
    }

    private static void send(
            HttpServerResponse response, int status, String contentType, Buffer body) {
        response.setStatusCode(status).putHeader("Content-Type", contentType).end(body);
    }

    private void refuse(HttpServerResponse response, Problem problem, String correlationId) {
        String supportCode = newSupportCode();
        LOG.info(
                "request_refused status={} code={} support_code={} correlation_id={}",
                problem.status(),
                problem.code(),
                supportCode,
                correlationId);
        problem.headers().forEach(response::putHeader);
        JsonObject body =
                new JsonObject()
                        .put("type", "about:blank")
                        .put("title", title(problem.status()))
                        .put("status", problem.status())
                        .put("code", problem.code())
                        .put("detail", problem.detail());
        problem.action().ifPresent(action -> body.put("action", action));
        body.put("support_code", supportCode).put("correlation_id", correlationId);
        send(response, problem.status(), "application/problem+json", body.toBuffer());
    }

    private static String title(int status) {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    private String newSupportCode() {
        byte[] bytes = new byte[9];
        random.nextBytes(bytes);
        return "sup_" + Base64Url.encode(bytes);
    }
}
