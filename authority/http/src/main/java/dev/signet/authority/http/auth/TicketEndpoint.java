package dev.signet.authority.http.auth;

import dev.signet.authority.Authority;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.token.TicketRedemption;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Members;
import dev.signet.http.message.Request;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;

/** Redeems tickets for services: an identity, and a token to act for that person. */
final class TicketEndpoint {

    private static final int TICKET_LENGTH_MAX = 128;

    private final Authority authority;

    TicketEndpoint(Authority authority) {
        this.authority = authority;
    }

    Answer redeem(Request request, Identity service) {
        Members members = request.json();
        String ticket = members.text("ticket", TICKET_LENGTH_MAX);
        members.done();
        var caller = Callers.of(request).as(service.clientId());
        return switch (authority.tickets().redeem(ticket, caller)) {
            case TicketRedemption.Redeemed(var identity, var access) ->
                    Answer.json(
                            VerdictJson.of(new Verdict.Valid(identity))
                                    .put("access_token", access.value()));
            case TicketRedemption.Refused(var reason) ->
                    Answer.json(VerdictJson.of(new Verdict.Invalid(reason)));
        };
    }
}
