package dev.signet.authority.http.feed;

import dev.signet.authority.Authority;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.http.caller.Guards;
import dev.signet.authority.http.limit.EndpointLimits;
import dev.signet.http.route.Guard;
import dev.signet.http.route.Route;
import dev.signet.token.verdict.Identity;
import java.time.InstantSource;
import java.util.List;

/** The routes of the revocation feed. */
public final class FeedRoutes {

    private FeedRoutes() {}

    public static List<Route> of(
            Authority authority, Guards guards, InstantSource clock, EndpointLimits limits) {
        var signed = new SignedFeed(authority, clock);
        var revocations = authority.revocations().state();
        var stream =
                new FeedEndpoint(
                        signed, service -> new Reader(service, revocations, clock), limits);
        var snapshot = new SnapshotEndpoint(signed);
        Guard<Identity> reader = guards.service(ClientRight.FEED);
        return List.of(
                Route.guarded("GET", "/feed", reader, stream::answer),
                Route.guarded("GET", "/feed/snapshot", reader, snapshot::answer));
    }
}
