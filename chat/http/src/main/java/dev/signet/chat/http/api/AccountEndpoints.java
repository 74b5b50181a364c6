package dev.signet.chat.http.api;

import dev.signet.chat.agent.Capabilities;
import dev.signet.chat.context.UserContext;
import dev.signet.chat.http.authority.AuthorityClient;
import dev.signet.chat.http.authority.TicketAnswer;
import dev.signet.chat.tool.ToolForbiddenException;
import dev.signet.chat.tool.ToolUnavailableException;
import dev.signet.chat.workspace.Chat;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who the user is, the user's sessions, and what can be done here. */
final class AccountEndpoints {

    private static final Logger LOG = LoggerFactory.getLogger(AccountEndpoints.class);

    private final Chat chat;
    private final AuthorityClient authority;
    private final String issuer;

    AccountEndpoints(Chat chat, AuthorityClient authority, String issuer) {
        this.chat = chat;
        this.authority = authority;
        this.issuer = issuer;
    }

    Answer me(Request request, UserContext context) {
        var permissions = context.identity().permissions().stream().sorted().toList();
        JsonObject user =
                new JsonObject()
                        .put("id", context.userId().value())
                        .put("email", context.identity().email().orElse(""))
                        .put("permissions", new JsonArray(permissions));
        JsonObject session =
                new JsonObject()
                        .put("sid", context.sessionId())
                        .put("expires_at", context.expiresAt().toString());
        return Answer.json(
                new JsonObject()
                        .put("user", user)
                        .put("session", session)
                        .put("authority", issuer));
    }

    Answer capabilities(Request request, UserContext context) {
        Capabilities capabilities = chat.workspace(context).capabilities();
        return Answer.json(
                new JsonObject()
                        .put("model", capabilities.model().orElse(null))
                        .put("tools", ApiJson.list(capabilities.tools(), ApiJson::tool))
                        .put("cannot", new JsonArray(capabilities.cannot())));
    }

    Answer ticket(Request request, UserContext context) {
        request.jsonOrNothing().done();
        return asked(() ->
                switch (authority.ticket(context.delegation())) {
                    case TicketAnswer.Issued(var ticket, var seconds) ->
                            Answer.json(
                                    new JsonObject()
                                            .put("ticket", ticket)
                                            .put("expires_in", seconds));
                    case TicketAnswer.Refused _ ->
                            Answer.refusal(
                                    Problem.of(
                                                    401,
                                                    "session_ended",
                                                    "The sign-in is not good any more.")
                                            .withAction("Sign in again."));
                    case TicketAnswer.Unavailable _ -> Problems.authorityAway();
                });
    }

    Answer sessions(Request request, UserContext context) {
        return asked(() ->
                Answer.json(
                        new JsonObject()
                                .put(
                                        "sessions",
                                        ApiJson.list(
                                                authority.sessions(context), ApiJson::session))));
    }

    Answer endSession(Request request, UserContext context) {
        String sessionId = request.pathParameter("sid");
        return asked(() ->
                authority.endSession(context, sessionId)
                        ? Answer.noContent()
                        : Problems.notFound("session"));
    }

    /** A question to the authority. */
    private interface Question {
        Answer ask() throws InterruptedException;
    }

    private static Answer asked(Question question) {
        try {
            return question.ask();
        } catch (ToolForbiddenException e) {
            return Answer.refusal(
                    Problem.of(403, "not_permitted", "This sign-in was not allowed to do that."));
        } catch (ToolUnavailableException e) {
            LOG.warn("event=authority_unavailable why=\"{}\"", e.getMessage());
            return Problems.authorityAway();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Problems.authorityAway();
        }
    }
}
