package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.grant.AuthorizationCheck;
import dev.signet.authority.login.Login;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import java.net.URI;
import java.util.Optional;

/** What the login and the registration page share: for whom, and where to afterwards. */
final class SignIn {

    private final Authority authority;
    private final Cookies cookies;

    SignIn(Authority authority, Cookies cookies) {
        this.authority = authority;
        this.cookies = cookies;
    }

    /** The authorization request that brought the person here; empty when there is no good one. */
    Optional<AuthorizationCheck.Accepted> application(Request request) {
        return authority.authorizations().check(AuthorizeQuery.request(request.queryParameters()))
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

    /** Binds the browser to the new session and goes on to where the person came for. */
    Answer done(Request request, Login.Accepted login) {
        String cookie = authority.sessions().bindBrowser(login.session().id()).value();
        String next =
                application(request).isPresent()
                        ? AuthorizeQuery.path(
                                "/oauth2/authorize", AuthorizeQuery.withoutPrompt(request.query()))
                        : "/";
        return Answer.redirect(URI.create(next))
                .with(
                        "Set-Cookie",
                        cookies.login(cookie, authority.settings().lifetimes().refreshIdle())
                                .header());
    }

    /**
     * Lets the form's answer lead on to the application: browsers hold {@code form-action} against
     * redirects too.
     */
    Answer withFormTarget(Answer page, Request request) {
        String target =
                application(request)
                        .map(accepted -> " " + origin(accepted.redirectUri()))
                        .orElse("");
        return page.with(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'"
                        + target
                        + "; frame-ancestors 'none'; base-uri 'none'");
    }

    private static String origin(String redirectUri) {
        URI uri = URI.create(redirectUri);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
