package dev.signet.authority.http.auth;

import dev.signet.authority.Authority;
import dev.signet.authority.account.Account;
import dev.signet.authority.audit.AuditRow;
import dev.signet.authority.limit.AuthorityLimits;
import dev.signet.authority.ticket.TicketIssue;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.token.verdict.Identity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person may know of the own account, and tickets to connect with. */
final class AccountEndpoints {

    private static final int EVENTS = 20;

    private final Authority authority;

    AccountEndpoints(Authority authority) {
        this.authority = authority;
    }

    Answer me(Request request, Identity identity) {
        return authority
                .accounts()
                .find(identity.subject())
                .map(account -> UserJson.user(account, permissions(account, identity)))
                .map(user -> user.put("sid", identity.sessionId().orElse("")))
                .map(Answer::json)
                .orElseGet(() ->
                        Answer.refusal(Problem.of(401, "inactive_subject", "No such account.")));
    }

    /** What the token may do, as long as the account still may. */
    private static Set<String> permissions(Account account, Identity identity) {
        return account.permissions().stream()
                .filter(identity::may)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The newest audit rows that concern the person, newest first. */
    Answer securityEvents(Request request, Identity identity) {
        int max = Math.min(EVENTS, AuthorityLimits.PAGE_MAX);
        JsonArray events = new JsonArray();
        authority.audit().recent(identity.subject(), Long.MAX_VALUE, max).stream()
                .map(AccountEndpoints::json)
                .forEach(events::add);
        return Answer.json(new JsonObject().put("events", events));
    }

    private static JsonObject json(AuditRow row) {
        return new JsonObject()
                .put("id", row.id())
                .put("at", row.event().at().toString())
                .put("action", row.event().action().name().toLowerCase(Locale.ROOT))
                .put("done", row.event().done())
                .put("target", row.event().target())
                .put("address", row.event().by().address())
                .put("detail", row.event().detail());
    }

    Answer ticket(Request request, Identity identity) {
        request.jsonOrNothing().done();
        return switch (authority.tickets().issue(identity)) {
            case TicketIssue.Issued(var ticket, var life) ->
                    Answer.json(
                            new JsonObject()
                                    .put("ticket", ticket.value())
                                    .put("expires_in", life.toSeconds()));
            case TicketIssue.NotAPerson _ ->
                    Answer.refusal(
                            Problem.of(403, "not_permitted", "Tickets are for people only."));
        };
    }
}
