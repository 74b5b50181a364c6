package dev.signet.authority.http;

import dev.signet.authority.Authority;
import dev.signet.authority.http.auth.AuthRoutes;
import dev.signet.authority.http.browser.PageRoutes;
import dev.signet.authority.http.browser.ProblemPages;
import dev.signet.authority.http.caller.Guards;
import dev.signet.authority.http.caller.Possession;
import dev.signet.authority.http.feed.FeedRoutes;
import dev.signet.authority.http.limit.Bursts;
import dev.signet.authority.http.limit.EndpointLimits;
import dev.signet.authority.http.oauth2.OAuth2Routes;
import dev.signet.authority.http.pages.Pages;
import dev.signet.http.message.ProblemPage;
import dev.signet.http.route.Route;
import dev.signet.token.dpop.DpopProofs;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Every route of the authority's public port, each with the caller that it admits. */
public final class AuthorityRoutes {

    private AuthorityRoutes() {}

    /**
     * The routes within the usual bounds.
     *
     * @param clock the one that the authority runs by
     */
    public static List<Route> of(Authority authority, DpopProofs proofs, InstantSource clock) {
        return of(authority, proofs, clock, EndpointLimits.STANDARD);
    }

    /** Shows people what went wrong; for {@code HttpService.Settings.with}. */
    public static ProblemPage problemPage() {
        return new ProblemPages(new Pages());
    }

    /** The routes within other bounds. */
    public static List<Route> of(
            Authority authority, DpopProofs proofs, InstantSource clock, EndpointLimits limits) {
        var possession = new Possession(proofs, authority.settings().issuer().toString());
        Guards guards = new Guards(authority, possession, new Bursts(limits, clock));
        List<Route> routes = new ArrayList<>();
        routes.addAll(OAuth2Routes.of(authority, guards, possession));
        routes.addAll(AuthRoutes.of(authority, guards));
        routes.addAll(FeedRoutes.of(authority, guards, clock, limits));
        routes.addAll(PageRoutes.of(authority, guards.bursts(), clock));
        return routes;
    }
}
