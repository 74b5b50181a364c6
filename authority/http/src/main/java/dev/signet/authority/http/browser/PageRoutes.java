package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.http.limit.Bursts;
import dev.signet.authority.http.pages.Pages;
import dev.signet.http.asset.Assets;
import dev.signet.http.route.Route;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The routes of everything that a person sees of the authority. */
public final class PageRoutes {

    private PageRoutes() {}

    public static List<Route> of(Authority authority, Bursts bursts, InstantSource clock) {
        Cookies cookies = new Cookies(authority.settings().issuer());
        PageAnswers answers = new PageAnswers(new Pages(), cookies);
        VisitorGuard guard = new VisitorGuard(authority, cookies);
        SignIn signIn = new SignIn(authority, answers);
        List<Route.Exchange> pages = new ArrayList<>();
        pages.addAll(authorize(new AuthorizeEndpoint(authority, clock), guard));
        pages.addAll(login(new LoginPages(authority, answers, signIn), guard));
        pages.addAll(register(new RegisterPages(authority, signIn), guard));
        pages.addAll(password(new PasswordPages(authority, answers), guard));
        pages.addAll(logout(new LogoutPages(authority, answers), guard));
        pages.addAll(email(new EmailPages(authority, answers), guard));
        List<Route> routes = new ArrayList<>();
        pages.stream().map(bursts::bounded).forEach(routes::add);
        routes.addAll(
                Assets.routes(
                        PageRoutes.class,
                        "/web",
                        "/assets",
                        List.of("authority.css", "favicon.svg")));
        return routes;
    }

    private static List<Route.Exchange> authorize(AuthorizeEndpoint endpoint, VisitorGuard guard) {
        return List.of(
                Route.guarded("GET", AuthorizeEndpoint.PATH, guard, endpoint::answer),
                Route.open("POST", AuthorizeEndpoint.PATH, AuthorizeEndpoint::posted));
    }

    private static List<Route.Exchange> login(LoginPages pages, VisitorGuard guard) {
        return List.of(
                Route.guarded("GET", "/", guard, pages::home),
                Route.guarded("GET", "/login", guard, pages::show),
                Route.guarded("POST", "/login", guard, pages::submit));
    }

    private static List<Route.Exchange> register(RegisterPages pages, VisitorGuard guard) {
        return List.of(
                Route.guarded("GET", "/register", guard, pages::show),
                Route.guarded("POST", "/register", guard, pages::submit));
    }

    private static List<Route.Exchange> password(PasswordPages pages, VisitorGuard guard) {
        return List.of(
                Route.guarded("GET", "/password/forgot", guard, pages::forgot),
                Route.guarded("POST", "/password/forgot", guard, pages::submitForgot),
                Route.guarded("GET", "/password/reset", guard, pages::reset),
                Route.guarded("POST", "/password/reset", guard, pages::submitReset));
    }

    private static List<Route.Exchange> logout(LogoutPages pages, VisitorGuard guard) {
        return List.of(
                Route.guarded("GET", LogoutPages.ENDPOINT, guard, pages::show),
                Route.open("POST", LogoutPages.ENDPOINT, LogoutPages::posted),
                Route.guarded("POST", LogoutPages.PATH, guard, pages::submit));
    }

    private static List<Route.Exchange> email(EmailPages pages, VisitorGuard guard) {
        return List.of(
                Route.guarded("GET", EmailPages.PATH, guard, pages::show),
                Route.guarded("POST", EmailPages.PATH, guard, pages::submit));
    }
}
