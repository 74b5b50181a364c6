package dev.signet.authority.http.oauth2;

import dev.signet.authority.Authority;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.Scope;
import dev.signet.authority.http.caller.Guards;
import dev.signet.authority.http.caller.Possession;
import dev.signet.http.route.Guard;
import dev.signet.http.route.Route;
import dev.signet.token.verdict.Identity;
import java.util.List;

/** The routes of the standard endpoints, but for {@code /oauth2/authorize}, which shows pages. */
public final class OAuth2Routes {

    private OAuth2Routes() {}

    public static List<Route> of(Authority authority, Guards guards, Possession possession) {
        var metadata = new MetadataEndpoint(authority.settings().issuer().toString());
        var jwks = new JwksEndpoint(authority.signingKeys());
        var token = new TokenEndpoint(authority, possession);
        var introspect = new IntrospectEndpoint(authority.validation());
        var revoke = new RevokeEndpoint(authority);
        var userinfo = new UserinfoEndpoint(authority.accounts());
        Guard<Identity> openid = guards.user(Scope.OPENID);
        return List.of(
                Route.inMemory(
                        Route.open("GET", "/.well-known/openid-configuration", metadata::answer)),
                Route.inMemory(
                        Route.open(
                                "GET",
                                "/.well-known/oauth-authorization-server",
                                metadata::answer)),
                Route.inMemory(Route.open("GET", "/oauth2/jwks", jwks::answer)),
                Route.inMemoryWhen(
                        TokenEndpoint::neverWaits,
                        Route.guarded("POST", "/oauth2/token", guards.client(), token::answer)),
                Route.inMemory(
                        Route.guarded(
                                "POST",
                                "/oauth2/introspect",
                                guards.client(ClientRight.INTROSPECT),
                                introspect::answer)),
                Route.guarded("POST", "/oauth2/revoke", guards.client(), revoke::answer),
                Route.guarded("GET", "/oauth2/userinfo", openid, userinfo::answer),
                Route.guarded("POST", "/oauth2/userinfo", openid, userinfo::answer));
    }
}
