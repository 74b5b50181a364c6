package dev.signet.chat.http.login;

import dev.signet.chat.http.authority.AuthorityClient;
import dev.signet.chat.http.authority.TokenClient;
import dev.signet.http.asset.Assets;
import dev.signet.http.message.Answer;
import dev.signet.http.route.Route;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** The routes of a browser that is not the page's script: the page itself, login and logout. */
public final class LoginRoutes {

    private final List<Route> all;

    /**
     * @param whenSignedOut is told the session whose sockets and runs are to end on this machine
     */
    public LoginRoutes(
            LoginSettings settings,
            AuthorityClient authority,
            TokenClient tokens,
            TokenJudge judge,
            BrowserSessions sessions,
            SignInAttempts attempts,
            Consumer<String> whenSignedOut,
            InstantSource clock) {
        BrowserCookies cookies = new BrowserCookies(settings.publicUri());
        SameOrigin sameOrigin = new SameOrigin(settings.publicUri());
        var login = new LoginEndpoint(settings, authority, attempts, cookies);
        var signOut = new BrowserSignOut(authority, sessions, whenSignedOut);
        var callback =
                new CallbackEndpoint(
                        settings, tokens, judge, sessions, cookies, attempts, signOut, clock);
        var logout = new LogoutEndpoint(cookies, signOut);
        var logoutGuard = new LogoutGuard(cookies, sameOrigin);
        var pageGuard = new PageGuard(cookies, sessions);
        Answer page = page(sameOrigin);
        this.all =
                List.of(
                        Route.guarded("GET", "/", pageGuard, (request, present) -> page),
                        Route.inMemory(Route.open("GET", "/login", login::answer)),
                        Route.open("GET", "/callback", callback::answer),
                        Route.guarded("POST", "/logout", logoutGuard, logout::answer));
    }

    public List<Route> all() {
        return all;
    }

    /** Browsers do not agree whether {@code 'self'} covers sockets, so they are named. */
    private static Answer page(SameOrigin sameOrigin) {
        byte[] html = Assets.read(LoginRoutes.class, "/web/index.html");
        String sockets = sameOrigin.origin().replaceFirst("^http", "ws");
        return Answer.html(200, new String(html, StandardCharsets.UTF_8))
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self';"
                                + " img-src 'self' data:; connect-src 'self' "
                                + sockets
                                + "; form-action 'self'; frame-ancestors 'none';"
                                + " base-uri 'none'");
    }
}
