package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.http.pages.Pages;
import dev.signet.http.asset.Assets;
import dev.signet.http.route.Route;
import java.util.ArrayList;
import java.util.List;

/** The routes of everything that a person sees of the authority. */
public final class PageRoutes {

    private PageRoutes() {}

    public static List<Route> of(Authority authority, Pages pages) {
        Cookies cookies = new Cookies(authority.settings().issuer());
        PageAnswers answers = new PageAnswers(pages, cookies);
        VisitorGuard guard = new VisitorGuard(authority, cookies, answers);
        SignIn signIn = new SignIn(authority, cookies);
        var authorize = new AuthorizeEndpoint(authority, answers);
        var login = new LoginPages(authority, answers, signIn);
        var register = new RegisterPages(authority, answers, signIn);
        var password = new PasswordPages(authority, answers);
        List<Route> routes = new ArrayList<>();
        routes.add(Route.guarded("GET", "/oauth2/authorize", guard, authorize::answer));
        routes.add(Route.guarded("GET", "/login", guard, login::show));
        routes.add(Route.guarded("POST", "/login", guard, login::submit));
        routes.add(Route.guarded("GET", "/register", guard, register::show));
        routes.add(Route.guarded("POST", "/register", guard, register::submit));
        routes.add(Route.guarded("GET", "/password/forgot", guard, password::forgot));
        routes.add(Route.guarded("POST", "/password/forgot", guard, password::submitForgot));
        routes.add(Route.guarded("GET", "/password/reset", guard, password::reset));
        routes.add(Route.guarded("POST", "/password/reset", guard, password::submitReset));
        routes.add(Route.guarded("GET", "/", guard, login::home));
        routes.addAll(
                Assets.routes(
                        PageRoutes.class,
                        "/web",
                        "/assets",
                        List.of("authority.css", "favicon.svg")));
        return routes;
    }
}
