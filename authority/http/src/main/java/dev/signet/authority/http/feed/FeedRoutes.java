package dev.signet.authority.http.feed;

import dev.signet.authority.Authority;
import dev.signet.authority.http.caller.Guards;
import dev.signet.authority.http.limit.EndpointLimits;
import dev.signet.http.route.Route;
import dev.signet.token.feed.FeedCodec;
import java.time.InstantSource;
import java.util.List;

/** The routes of the revocation feed. */
public final class FeedRoutes {

    private FeedRoutes() {}

    public static List<Route> of(
            Authority authority, Guards guards, InstantSource clock, EndpointLimits limits) {
        FeedCodec codec = new FeedCodec(authority.settings().issuer().toString());
        var signed = new SignedFeed(authority, codec);
        var stream = new FeedEndpoint(signed, new Readers(authority, clock), limits);
        var snapshot = new SnapshotEndpoint(signed);
        return List.of(
                Route.guarded("GET", "/feed", guards.service(), stream::answer),
                Route.guarded("GET", "/feed/snapshot", guards.service(), snapshot::answer));
    }
}
