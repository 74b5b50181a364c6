package dev.signet.authority.http.feed;

import dev.signet.authority.Authority;
import dev.signet.authority.http.caller.Guards;
import dev.signet.http.route.Route;
import dev.signet.token.feed.FeedCodec;
import io.vertx.core.Vertx;
import java.util.List;

/** The routes of the revocation feed. */
public final class FeedRoutes {

    private FeedRoutes() {}

    public static List<Route> of(Vertx vertx, Authority authority, Guards guards) {
        FeedCodec codec = new FeedCodec(authority.settings().issuer().toString());
        var signed = new SignedFeed(authority, codec);
        var stream = new FeedEndpoint(vertx, signed);
        var snapshot = new SnapshotEndpoint(signed);
        return List.of(
                Route.guarded("GET", "/feed", guards.service(), stream::answer),
                Route.guarded("GET", "/feed/snapshot", guards.service(), snapshot::answer));
    }
}
