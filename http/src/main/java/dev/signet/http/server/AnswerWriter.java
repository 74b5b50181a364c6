package dev.signet.http.server;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.ProblemPage;
import dev.signet.token.jose.Base64Url;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts answers on the wire, with the headers that every answer carries. */
final class AnswerWriter {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerWriter.class);
    private static final int SUPPORT_CODE_BYTES = 9;
    private static final String CSP =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; form-action 'self';"
                    + " frame-ancestors 'none'; base-uri 'none'";

    private final SecureRandom random;
    private final Optional<ProblemPage> page;

    AnswerWriter(SecureRandom random, Optional<ProblemPage> page) {
        this.random = random;
        this.page = page;
    }

    /** Writes the answer unless the connection has gone meanwhile. */
    void write(HttpServerRequest request, Answer answer, String correlationId) {
        HttpServerResponse response = request.response();
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
        send(request, answer, correlationId);
    }

    /** Cookies add up, any other header replaces what stands. */
    private static void put(HttpServerResponse response, Answer.Header header) {
        if (header.name().equalsIgnoreCase("Set-Cookie")) {
            response.headers().add(header.name(), header.value());
            return;
        }
        response.putHeader(header.name(), header.value());
    }

    private void send(HttpServerRequest request, Answer answer, String correlationId) {
        HttpServerResponse response = request.response();
        switch (answer) {
            case Answer.Json json -> {
                logIfRefused(json, correlationId);
                send(response, json.status(), "application/json", json.body().toBuffer());
            }
            case Answer.Html html -> send(response, html.status(), html.body());
            case Answer.Bytes bytes ->
                    send(response, bytes.status(), bytes.contentType(), bytes.body());
            case Answer.Redirect redirect ->
                    response.setStatusCode(303)
                            .putHeader("Location", redirect.location().toString())
                            .end();
            case Answer.Empty empty -> response.setStatusCode(empty.status()).end();
            case Answer.Refusal refusal -> refuse(request, refusal.problem(), correlationId);
            case Answer.Stream stream -> begin(request, stream);
        }
    }

    /** Refusals of the OAuth endpoints have a form of their own (RFC 6749 §5.2). */
    private static void logIfRefused(Answer.Json json, String correlationId) {
        if (json.status() >= 400) {
            LOG.info(
                    "event=request_refused status={} code={} correlation_id={}",
                    json.status(),
                    json.body().getString("error", ""),
                    correlationId);
        }
    }

    private static void begin(HttpServerRequest request, Answer.Stream stream) {
        if (request.method().equals(HttpMethod.HEAD)) {
            request.response().end();
            return;
        }
        stream.writer().start(request.response());
    }

    /** The length is said aloud, for in an answer to HEAD nothing else tells it. */
    private static void send(
            HttpServerResponse response, int status, String contentType, Buffer body) {
        response.setStatusCode(status)
                .putHeader("Content-Type", contentType)
                .putHeader("Content-Length", Integer.toString(body.length()))
                .end(body);
    }

    private static void send(HttpServerResponse response, int status, String html) {
        if (!response.headers().contains("Content-Security-Policy")) {
            response.putHeader("Content-Security-Policy", CSP);
        }
        send(response, status, "text/html; charset=utf-8", Buffer.buffer(html));
    }

    private void refuse(HttpServerRequest request, Problem problem, String correlationId) {
        HttpServerResponse response = request.response();
        String supportCode = newSupportCode();
        LOG.info(
                "event=request_refused status={} code={} support_code={} correlation_id={}",
                problem.status(),
                problem.code(),
                supportCode,
                correlationId);
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        problem.headers().forEach(response::putHeader);
        if (page.isPresent() && acceptsHtml(request)) {
            send(response, problem.status(), page.get().html(problem, supportCode));
            return;
        }
        send(
                response,
                problem.status(),
                "application/problem+json",
                json(problem, supportCode, correlationId).toBuffer());
    }

    private static boolean acceptsHtml(HttpServerRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("text/html");
    }

    private static JsonObject json(Problem problem, String supportCode, String correlationId) {
        JsonObject body =
                new JsonObject()
                        .put("type", "about:blank")
                        .put("title", title(problem.status()))
                        .put("status", problem.status())
                        .put("code", problem.code())
                        .put("detail", problem.detail());
        problem.action().ifPresent(action -> body.put("action", action));
        return body.put("support_code", supportCode).put("correlation_id", correlationId);
    }

    private static String title(int status) {
        return HttpResponseStatus.valueOf(status).reasonPhrase();
    }

    private String newSupportCode() {
        byte[] bytes = new byte[SUPPORT_CODE_BYTES];
        random.nextBytes(bytes);
        return "sup_" + Base64Url.encode(bytes);
    }
}
