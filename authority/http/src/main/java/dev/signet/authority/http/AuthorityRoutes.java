package dev.signet.authority.http;

import dev.signet.authority.Authority;
import dev.signet.authority.http.auth.AuthRoutes;
import dev.signet.authority.http.browser.PageRoutes;
import dev.signet.authority.http.caller.Guards;
import dev.signet.authority.http.feed.FeedRoutes;
import dev.signet.authority.http.oauth2.OAuth2Routes;
import dev.signet.authority.http.pages.Pages;
import dev.signet.http.route.Route;
import dev.signet.token.dpop.DpopProofs;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;

/** Every route of the authority's public port, each with the caller that it admits. */
public final class AuthorityRoutes {

    private AuthorityRoutes() {}

    public static List<Route> of(Vertx vertx, Authority authority, DpopProofs proofs) {
        Guards guards = Guards.of(authority);
        List<Route> routes = new ArrayList<>();
        routes.addAll(OAuth2Routes.of(authority, guards, proofs));
        routes.addAll(AuthRoutes.of(authority, guards));
        routes.addAll(FeedRoutes.of(vertx, authority, guards));
        routes.addAll(PageRoutes.of(authority, new Pages()));
        return routes;
    }
}
