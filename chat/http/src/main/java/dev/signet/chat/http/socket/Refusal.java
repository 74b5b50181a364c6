package dev.signet.chat.http.socket;

import dev.signet.chat.id.Ids;
import dev.signet.handshake.HandshakeOutcome;
import dev.signet.http.message.Problem;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a request for a socket that is not opened (RFC 9457). For the event loop alone. */
record Refusal(HttpServerRequest raw, String correlationId, Ids ids) {

    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

    void send(HandshakeOutcome.Refused refused) {
        Problem problem = Problem.of(refused.status(), refused.code(), refused.detail());
        for (var header : refused.headers().entrySet()) {
            problem = problem.withHeader(header.getKey(), header.getValue());
        }
        send(problem);
    }

    void send(Problem problem) {
        HttpServerResponse response = raw.response();
        if (response.closed() || response.ended()) {
            return;
        }
        String supportCode = ids.supportCode();
        LOG.info(
                "event=socket_refused status={} code={} support_code={} correlation_id={}",
                problem.status(),
                problem.code(),
                supportCode,
                correlationId);
        problem.headers().forEach(response::putHeader);
        response.setStatusCode(problem.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Correlation-Id", correlationId)
                .end(body(problem, supportCode).toBuffer());
    }

    private JsonObject body(Problem problem, String supportCode) {
        JsonObject body =
                new JsonObject()
                        .put("type", "about:blank")
                        .put("title", raw.response().getStatusMessage())
                        .put("status", problem.status())
                        .put("code", problem.code())
                        .put("detail", problem.detail());
        problem.action().ifPresent(action -> body.put("action", action));
        return body.put("support_code", supportCode).put("correlation_id", correlationId);
    }
}
