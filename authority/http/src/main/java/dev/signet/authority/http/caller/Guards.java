package dev.signet.authority.http.caller;

import dev.signet.authority.Authority;
import dev.signet.authority.client.Client;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import dev.signet.token.verdict.Identity;

/**
 * The authority's guards.
 *
 * @param user people with a valid access token
 * @param service services with a valid service token
 * @param client any OAuth client, public ones included
 * @param confidentialClient OAuth clients that showed a secret
 */
public record Guards(
        Guard<Identity> user,
        Guard<Identity> service,
        Guard<Client> client,
        Guard<Client> confidentialClient) {

    public static Guards of(Authority authority) {
        return new Guards(
                new TokenGuard(Caller.USER, authority.validation()::user),
                new TokenGuard(Caller.SERVICE, authority.validation()::service),
                new ClientGuard(authority.clients(), true),
                new ClientGuard(authority.clients(), false));
    }
}
