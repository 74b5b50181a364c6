package dev.signet.authority.http.auth;

import dev.signet.authority.Authority;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.session.Session;
import dev.signet.authority.session.SessionEnd;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.token.verdict.Identity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A person's own sessions: list them, end one, end all. */
final class SessionEndpoints {

    private final Authority authority;

    SessionEndpoints(Authority authority) {
        this.authority = authority;
    }

    Answer logout(Request request, Identity identity) {
        request.jsonOrNothing().done();
        authority
                .sessions()
                .end(
                        identity.subject(),
                        identity.sessionId().orElseThrow(),
                        SessionEnd.SIGNED_OUT,
                        caller(request, identity));
        return Answer.noContent();
    }

    Answer logoutAll(Request request, Identity identity) {
        request.jsonOrNothing().done();
        int ended =
                authority
                        .sessions()
                        .endAll(
                                identity.subject(),
                                SessionEnd.REVOKED_BY_USER,
                                caller(request, identity));
        return Answer.json(new JsonObject().put("sessions_ended", ended));
    }

    Answer list(Request request, Identity identity) {
        JsonArray sessions = new JsonArray();
        authority.sessions().of(identity.subject()).stream()
                .map(session -> json(session, identity))
                .forEach(sessions::add);
        return Answer.json(new JsonObject().put("sessions", sessions));
    }

    Answer end(Request request, Identity identity) {
        boolean ended =
                authority
                        .sessions()
                        .end(
                                identity.subject(),
                                request.pathParameter("sid"),
                                SessionEnd.REVOKED_BY_USER,
                                caller(request, identity));
        return ended
                ? Answer.noContent()
                : Answer.refusal(Problem.of(404, "not_found", "You have no such session."));
    }

    private JsonObject json(Session session, Identity identity) {
        String client = authority.clients().find(session.clientId()).map(Client::name).orElse("");
        return new JsonObject()
                .put("sid", session.id())
                .put("created_at", session.authenticatedAt().toString())
                .put("last_used_at", session.lastUsedAt().toString())
                .put("expires_at", session.expiresAt().toString())
                .put("client", client.isEmpty() ? session.clientId() : client)
                .put("address", session.address())
                .put("user_agent", session.userAgent())
                .put("current", identity.sessionId().filter(session.id()::equals).isPresent());
    }

    private static Caller caller(Request request, Identity identity) {
        return Callers.of(request).as(identity.subject());
    }
}
