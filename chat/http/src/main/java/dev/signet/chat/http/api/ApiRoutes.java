package dev.signet.chat.http.api;

import dev.signet.chat.http.authority.AuthorityClient;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.login.UserGuard;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.workspace.Chat;
import dev.signet.http.route.Guard;
import dev.signet.http.route.Route;
import java.util.List;
import java.util.stream.Stream;

/** The routes below {@code /api/v1}: all for users, each for the caller's own things. */
public final class ApiRoutes {

    private static final String ROOT = "/api/v1";

    private final AccountEndpoints account;
    private final ThreadEndpoints threads;
    private final RunEndpoints runs;
    private final UserGuard user;

    public ApiRoutes(
            Chat chat,
            AuthorityClient authority,
            RunStreams streams,
            BackendLimits.Streams limits,
            String issuer,
            UserGuard user) {
        this.account = new AccountEndpoints(chat, authority, issuer);
        this.threads = new ThreadEndpoints(chat);
        this.runs = new RunEndpoints(chat, streams, limits.listBytes());
        this.user = user;
    }

    public List<Route> all() {
        return Stream.of(account(), threads(), runs()).flatMap(List::stream).toList();
    }

    private List<Route> account() {
        Guard<UserContext> ownSessions = user.with("account:sessions");
        return List.of(
                Route.guarded("GET", ROOT + "/me", user, account::me),
                Route.guarded("GET", ROOT + "/capabilities", user, account::capabilities),
                Route.guarded("POST", ROOT + "/ticket", user, account::ticket),
                Route.guarded("GET", ROOT + "/sessions", ownSessions, account::sessions),
                Route.guarded("DELETE", ROOT + "/sessions/:sid", ownSessions, account::endSession));
    }

    private List<Route> threads() {
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

    private List<Route> runs() {
        String one = ROOT + "/runs/:id";
        return List.of(
                Route.guarded("GET", one, user, runs::show),
                Route.guarded("GET", one + "/events", user, runs::events),
                Route.guarded("POST", one + "/stop", user, runs::stop));
    }
}
