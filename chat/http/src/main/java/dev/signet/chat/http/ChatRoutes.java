package dev.signet.chat.http;

import dev.signet.chat.http.api.ApiRoutes;
import dev.signet.chat.http.api.RunStreams;
import dev.signet.chat.http.authority.AuthorityClient;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.http.live.RevocationWatch;
import dev.signet.chat.http.login.BrowserCookies;
import dev.signet.chat.http.login.BrowserSessions;
import dev.signet.chat.http.login.LoginRoutes;
import dev.signet.chat.http.login.LoginSettings;
import dev.signet.chat.http.login.RandomValues;
import dev.signet.chat.http.login.SameOrigin;
import dev.signet.chat.http.login.SignInAttempts;
import dev.signet.chat.http.login.UserGuard;
import dev.signet.chat.http.socket.SocketEndpoint;
import dev.signet.chat.workspace.Chat;
import dev.signet.http.asset.Assets;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Route;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.verifier.BearerFilter;
import dev.signet.verifier.Verifier;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Every route of the chat backend, each with the caller that it admits. */
final class ChatRoutes {

    /** The page's files; nothing else of the class path can be reached. */
    static final List<String> ASSETS =
            List.of(
                    "api.js",
                    "app.js",
                    "backoff.js",
                    "base.css",
                    "chat.js",
                    "conversation.css",
                    "favicon.svg",
                    "format.js",
                    "markup.js",
                    "run.js",
                    "shell.css",
                    "socket.js",
                    "state.js",
                    "view/account.js",
                    "view/announcer.js",
                    "view/answer.js",
                    "view/composer.js",
                    "view/connection.js",
                    "view/conversation.js",
                    "view/dialogs.js",
                    "view/dom.js",
                    "view/notices.js",
                    "view/sessions.js",
                    "view/shortcuts.js",
                    "view/sidebar.js",
                    "view/threads.js",
                    "view/timeline.js",
                    "view/turn.js");

    private final ChatSettings settings;
    private final Vertx vertx;
    private final Verifier verifier;
    private final AuthorityClient authority;
    private final BrowserSessions sessions;
    private final RandomValues random;
    private final InstantSource clock;

    ChatRoutes(
            ChatSettings settings,
            Vertx vertx,
            Verifier verifier,
            AuthorityClient authority,
            BrowserSessions sessions,
            RandomValues random,
            InstantSource clock) {
        this.settings = settings;
        this.vertx = vertx;
        this.verifier = verifier;
        this.authority = authority;
        this.sessions = sessions;
        this.random = random;
        this.clock = clock;
    }

    List<Route> all(Chat chat, RevocationWatch watch, SocketEndpoint sockets) {
        BrowserCookies cookies = new BrowserCookies(settings.publicUri());
        SameOrigin sameOrigin = new SameOrigin(settings.publicUri());
        String issuer = settings.authority().toString();
        UserGuard guard = new UserGuard(new BearerFilter(verifier), sessions, cookies, sameOrigin);
        BackendLimits limits = settings.limits();
        LoginRoutes login =
                new LoginRoutes(
                        new LoginSettings(
                                settings.publicUri(), issuer, settings.client().clientId()),
                        authority,
                        authority.tokens(settings.client()),
                        verifier::verify,
                        sessions,
                        new SignInAttempts(random, limits.signIn(), clock),
                        sessionId -> watch.revoke(signedOut(sessionId)),
                        clock);
        RunStreams streams = new RunStreams(vertx, limits.streams(), clock);
        ApiRoutes api = new ApiRoutes(chat, authority, streams, limits.streams(), issuer, guard);
        List<Route> routes = new ArrayList<>();
        routes.addAll(login.all());
        routes.addAll(Assets.routes(ChatRoutes.class, "/web/assets", "/assets", ASSETS));
        routes.addAll(api.all());
        routes.add(new Route.Upgrade("/ws", Caller.USER, guard.scope(), sockets));
        return routes;
    }

    /** The authority announces it too; this machine does not wait for that. */
    private RevocationEvent signedOut(String sessionId) {
        return new RevocationEvent.SessionRevoked(sessionId, clock.instant());
    }
}
