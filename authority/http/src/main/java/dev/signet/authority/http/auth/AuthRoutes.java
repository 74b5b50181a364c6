package dev.signet.authority.http.auth;

import dev.signet.authority.Authority;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.Scope;
import dev.signet.authority.http.caller.Guards;
import dev.signet.http.route.Guard;
import dev.signet.http.route.Route;
import dev.signet.token.verdict.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The routes below {@code /auth}. */
public final class AuthRoutes {

    private AuthRoutes() {}

    public static List<Route> of(Authority authority, Guards guards) {
        List<Route> routes = new ArrayList<>();
        Stream.concat(signIn(authority).stream(), mail(authority).stream())
                .map(guards.bursts()::bounded)
                .forEach(routes::add);
        routes.addAll(account(authority, guards));
        routes.addAll(services(authority, guards));
        return routes;
    }

    private static List<Route.Exchange> signIn(Authority authority) {
        var login = new LoginEndpoints(authority);
        return List.of(
                Route.open("POST", "/auth/register", login::register),
                Route.open("POST", "/auth/login", login::login),
                Route.open("POST", "/auth/refresh", login::refresh));
    }

    private static List<Route.Exchange> mail(Authority authority) {
        var mail = new MailEndpoints(authority);
        return List.of(
                Route.open("POST", "/auth/password/forgot", mail::forgot),
                Route.open("POST", "/auth/password/reset", mail::reset),
                Route.open("POST", "/auth/email/verify", mail::verify));
    }

    private static List<Route> account(Authority authority, Guards guards) {
        var sessions = new SessionEndpoints(authority);
        var account = new AccountEndpoints(authority);
        Guard<Identity> ownSessions = guards.user(Scope.ACCOUNT_SESSIONS);
        Guard<Identity> security = guards.user(Scope.ACCOUNT_SECURITY);
        return List.of(
                Route.guarded("POST", "/auth/logout", guards.ownLogin(), sessions::logout),
                Route.guarded("POST", "/auth/logout-all", ownSessions, sessions::logoutAll),
                Route.guarded("GET", "/auth/sessions", ownSessions, sessions::list),
                Route.guarded("DELETE", "/auth/sessions/:sid", ownSessions, sessions::end),
                Route.guarded("GET", "/auth/me", guards.user(Scope.ACCOUNT_READ), account::me),
                Route.guarded("GET", "/auth/security-events", security, account::securityEvents),
                Route.guarded(
                        "POST", "/auth/ticket", guards.user(Scope.CHAT_USE), account::ticket));
    }

    private static List<Route> services(Authority authority, Guards guards) {
        Guard<Identity> service = guards.service(ClientRight.VALIDATE);
        var validate = new ValidateEndpoints(authority.validation());
        var tickets = new TicketEndpoint(authority);
        var serviceToken = new ServiceTokenEndpoint(authority, guards.bursts());
        return List.of(
                Route.inMemory(Route.open("POST", "/auth/service-token", serviceToken::answer)),
                Route.inMemory(Route.guarded("POST", "/auth/validate", service, validate::one)),
                Route.inMemory(
                        Route.guarded("POST", "/auth/validate-batch", service, validate::batch)),
                Route.guarded("POST", "/auth/ticket/redeem", service, tickets::redeem));
    }
}
