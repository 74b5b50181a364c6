package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.grant.AuthorizationCheck;
import dev.signet.authority.session.Session;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Parameters;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/**
 * {@code /oauth2/authorize} (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1). Who is signed in
 * already goes straight back with a code: clients are registered by the operator, so there is no
 * consent to ask for.
 */
record AuthorizeEndpoint(Authority authority, InstantSource clock) {

    static final String PATH = "/oauth2/authorize";

    private static final int LENGTH_MAX = 8 * 1024;

    /** By POST the same as by GET: the browser asks again and then shows who it is. */
    static Answer posted(Request request) {
        String query = request.form().encoded();
        return query.length() > LENGTH_MAX
                ? Answer.refusal(Problem.badRequest("The authorization request is too long."))
                : Answer.redirect(URI.create(PATH + '?' + query));
    }

    Answer answer(Request request, Visitor visitor) {
        Parameters parameters = request.queryParameters();
        var query = new AuthorizeQuery(parameters);
        return switch (authority.authorizations().check(query.request())) {
            case AuthorizationCheck.Untrusted(var why) -> untrusted(why);
            case AuthorizationCheck.Denied denied ->
                    back(denied.redirectUri(), denied.state())
                            .error(denied.error().code(), denied.description());
            case AuthorizationCheck.Accepted accepted ->
                    switch (Wish.of(parameters)) {
                        case Wish.Reading.Refused(var error, var why) ->
                                back(accepted).error(error, why);
                        case Wish.Reading.Read(var wish) ->
                                visitor.session()
                                        .filter(s -> wish.isFulfilledBy(s, clock.instant()))
                                        .map(session -> code(accepted, session))
                                        .orElseGet(() -> signIn(query, accepted, wish));
                    };
        };
    }

    /** Tells the person and redirects nowhere (RFC 9700 §4.11). */
    private static Answer untrusted(String why) {
        return Answer.refusal(
                Problem.of(400, "untrusted_request", why)
                        .withAction("Go back to the application and try again."));
    }

    private Answer code(AuthorizationCheck.Accepted accepted, Session session) {
        return back(accepted).code(authority.authorizations().authorize(accepted, session).value());
    }

    private Answer signIn(AuthorizeQuery query, AuthorizationCheck.Accepted accepted, Wish wish) {
        return wish.silent()
                ? back(accepted).error("login_required", "nobody is signed in")
                : Answer.redirect(URI.create(query.at("/login")));
    }

    private ClientReturn back(AuthorizationCheck.Accepted accepted) {
        return back(accepted.redirectUri(), accepted.state());
    }

    private ClientReturn back(String redirectUri, Optional<String> state) {
        return new ClientReturn(redirectUri, state, authority.settings().issuer());
    }
}
