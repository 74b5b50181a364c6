package dev.signet.chat.http;

import dev.signet.chat.context.Revocation;
import dev.signet.chat.http.api.ApiRoutes;
import dev.signet.chat.http.authority.AuthorityClient;
import dev.signet.chat.http.authority.AuthorityEndpoints;
import dev.signet.chat.http.browser.BrowserCookies;
import dev.signet.chat.http.browser.BrowserSessions;
import dev.signet.chat.http.browser.RandomValues;
import dev.signet.chat.http.caller.SameOrigin;
import dev.signet.chat.http.caller.UserGuard;
import dev.signet.chat.http.live.LiveLogins;
import dev.signet.chat.http.live.RevocationWatch;
import dev.signet.chat.http.login.LoginParts;
import dev.signet.chat.http.login.LoginRoutes;
import dev.signet.chat.http.login.LoginSettings;
import dev.signet.chat.http.socket.SocketEndpoint;
import dev.signet.chat.http.stream.RunStreams;
import dev.signet.chat.workspace.Chat;
import dev.signet.http.asset.Assets;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Route;
import dev.signet.verifier.BearerFilter;
import java.util.ArrayList;
import java.util.List;

/** Every route of the chat backend, each with the caller that it admits. */
record ChatRoutes(
        ChatSettings settings,
        Surroundings around,
        AuthorityEndpoints endpoints,
        AuthorityClient authority,
        RandomValues random) {

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

    List<Route> all(
            Chat chat,
            BrowserSessions sessions,
            LiveLogins logins,
            RevocationWatch watch,
            SocketEndpoint sockets) {
        BrowserCookies cookies = new BrowserCookies(settings.publicUri());
        SameOrigin sameOrigin = new SameOrigin(settings.publicUri());
        String issuer = settings.authority().toString();
        UserGuard guard =
                new UserGuard(new BearerFilter(around.verifier()), sessions, cookies, sameOrigin);
        RunStreams streams =
                new RunStreams(
                        new RunStreams.Parts(
                                around.vertx(),
                                logins,
                                settings.limits().streams(),
                                around.clock()));
        LoginParts login =
                new LoginParts(
                        new LoginSettings(
                                settings.publicUri(), issuer, settings.client().clientId()),
                        endpoints,
                        authority,
                        authority.tokens(settings.client()),
                        around.verifier()::verify,
                        sessions,
                        cookies,
                        sameOrigin,
                        random,
                        settings.limits().signIn(),
                        around.clock(),
                        sessionId -> watch.revoke(new Revocation.OfSession(sessionId)));
        List<Route> routes = new ArrayList<>();
        routes.addAll(LoginRoutes.of(login));
        routes.addAll(Assets.routes(ChatRoutes.class, "/web/assets", "/assets", ASSETS));
        routes.addAll(
                ApiRoutes.of(
                        new ApiRoutes.Parts(
                                chat, authority, streams, settings.limits().streams(), issuer),
                        guard));
        routes.add(new Route.Upgrade("/ws", Caller.USER, guard.scope(), sockets));
        return routes;
    }
}
