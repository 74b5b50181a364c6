package dev.signet.chat.http.login;

import dev.signet.http.asset.Assets;
import dev.signet.http.message.Answer;
import dev.signet.http.route.Route;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The routes of a browser that is not the page's script: the page itself, login and logout. */
public final class LoginRoutes {

    private LoginRoutes() {}

    public static List<Route> of(LoginParts parts) {
        var attempts = new SignInAttempts(parts.random(), parts.limits(), parts.clock());
        var login = new LoginEndpoint(parts, attempts);
        var callback = new CallbackEndpoint(parts, attempts);
        var logout = new LogoutEndpoint(parts.cookies(), new SignOut(parts));
        var logoutGuard = new LogoutGuard(parts.cookies(), parts.sameOrigin());
        var pageGuard = new PageGuard(parts.cookies(), parts.sessions());
        Answer page = page(parts);
        return List.of(
                Route.guarded("GET", "/", pageGuard, (request, login1) -> page),
                Route.inMemory(Route.open("GET", "/login", login::answer)),
                Route.open("GET", "/callback", callback::answer),
                Route.guarded("POST", "/logout", logoutGuard, logout::answer));
    }

    /** Browsers do not agree whether {@code 'self'} covers sockets, so they are named. */
    private static Answer page(LoginParts parts) {
        byte[] html = Assets.read(LoginRoutes.class, "/web/index.html");
        String sockets = parts.sameOrigin().origin().replaceFirst("^http", "ws");
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
