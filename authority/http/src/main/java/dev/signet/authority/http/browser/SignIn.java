package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.grant.AuthorizationCheck;
import dev.signet.authority.http.pages.Page;
import dev.signet.authority.login.Login;
import dev.signet.authority.login.SessionHolder;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import java.net.URI;
import java.util.Optional;

/** What the login and the registration page share: for whom, and where to afterwards. */
record SignIn(Authority authority, PageAnswers answers) {

    /** The authorization request that brought the person here, whatever it is worth. */
    static AuthorizeQuery query(Request request) {
        return new AuthorizeQuery(request.queryParameters());
    }

    /** The same when it is good. */
    Optional<AuthorizationCheck.Accepted> application(Request request) {
        return authority.authorizations().check(query(request).request())
                        instanceof AuthorizationCheck.Accepted accepted
                ? Optional.of(accepted)
                : Optional.empty();
    }

    /** The client that the person signs in to. */
    String clientId(Request request) {
        return application(request)
                .map(accepted -> accepted.client().id())
                .orElse(AuthoritySettings.FIRST_PARTY_CLIENT);
    }

    /** The browser that signs in; whatever it was signed in by before ends. */
    SessionHolder holder(Visitor visitor) {
        return (tx, session, by) ->
                Optional.of(authority.sessions().bindBrowser(tx, session, visitor.session(), by));
    }

    /** Gives the browser its cookie and goes on to where the person came for. */
    Answer done(Request request, Login.Accepted login) {
        String cookie = login.held().orElseThrow().value();
        String next =
                application(request).isPresent()
                        ? query(request).fulfilled().at(AuthorizeEndpoint.PATH)
                        : "/";
        return Answer.redirect(URI.create(next))
                .with(
                        "Set-Cookie",
                        answers.cookies()
                                .login(cookie, authority.settings().lifetimes().refreshIdle())
                                .header());
    }

    /** A page whose form leads on to the application. */
    Answer page(int status, Page page, Request request, Visitor visitor) {
        String origin =
                application(request)
                        .map(accepted -> Origins.of(URI.create(accepted.redirectUri())))
                        .orElse("");
        return answers.page(status, page, visitor, origin);
    }
}
