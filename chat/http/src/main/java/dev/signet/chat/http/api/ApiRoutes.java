package dev.signet.chat.http.api;

import dev.signet.chat.context.UserContext;
import dev.signet.chat.http.authority.AuthorityClient;
import dev.signet.chat.http.caller.UserGuard;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.stream.RunStreams;
import dev.signet.chat.workspace.Chat;
import dev.signet.http.route.Guard;
import dev.signet.http.route.Route;
import java.util.ArrayList;
import java.util.List;

/** The routes below {@code /api/v1}: all for users, each for the caller's own things. */
public final class ApiRoutes {

    private static final String ROOT = "/api/v1";

    private ApiRoutes() {}

    /** What the interface is made of. */
    public record Parts(
            Chat chat,
            AuthorityClient authority,
            RunStreams streams,
            BackendLimits.Streams limits,
            String issuer) {}

    public static List<Route> of(Parts parts, UserGuard user) {
        List<Route> routes = new ArrayList<>();
        routes.addAll(account(parts, user));
        routes.addAll(threads(parts, user));
        routes.addAll(runs(parts, user));
        return routes;
    }

    private static List<Route> account(Parts parts, UserGuard user) {
        var account = new AccountEndpoints(parts.chat(), parts.authority(), parts.issuer());
        Guard<UserContext> ownSessions = user.with("account:sessions");
        return List.of(
                Route.guarded("GET", ROOT + "/me", user, account::me),
                Route.guarded("GET", ROOT + "/capabilities", user, account::capabilities),
                Route.guarded("POST", ROOT + "/ticket", user, account::ticket),
                Route.guarded("GET", ROOT + "/sessions", ownSessions, account::sessions),
                Route.guarded("DELETE", ROOT + "/sessions/:sid", ownSessions, account::endSession));
    }

    private static List<Route> threads(Parts parts, Guard<UserContext> user) {
        var threads = new ThreadEndpoints(parts.chat());
        String one = ROOT + "/threads/:id";
        return List.of(
                Route.guarded("GET", ROOT + "/threads", user, threads::list),
                Route.guarded("POST", ROOT + "/threads", user, threads::add),
                Route.guarded("GET", one, user, threads::show),
                Route.guarded("DELETE", one, user, threads::remove),
                Route.guarded("GET", one + "/messages", user, threads::messages),
                Route.guarded("GET", one + "/runs", user, threads::runs),
                Route.guarded("POST", one + "/runs", user, threads::start));
    }

    private static List<Route> runs(Parts parts, Guard<UserContext> user) {
        var runs = new RunEndpoints(parts.chat(), parts.streams(), parts.limits().listBytes());
        String one = ROOT + "/runs/:id";
        return List.of(
                Route.guarded("GET", one, user, runs::show),
                Route.guarded("GET", one + "/events", user, runs::events),
                Route.guarded("POST", one + "/stop", user, runs::stop));
    }
}
