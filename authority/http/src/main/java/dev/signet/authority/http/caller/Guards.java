package dev.signet.authority.http.caller;

import dev.signet.authority.Authority;
import dev.signet.authority.client.Client;
import dev.signet.authority.http.limit.Bursts;
import dev.signet.authority.validation.Validation;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;

/**
 * The authority's guards.
 *
 * @param user people with a valid access token, bearer or bound to a key
 * @param service services with a valid service token
 * @param client any OAuth client, public ones included
 * @param confidentialClient OAuth clients that showed a secret
 * @param bursts the bound on whoever shows no good credential
 */
public record Guards(
        Guard<Identity> user,
        Guard<Identity> service,
        Guard<Client> client,
        Guard<Client> confidentialClient,
        Bursts bursts) {

    public static Guards of(Authority authority, Possession possession, Bursts bursts) {
        Validation validation = authority.validation();
        var user =
                new TokenGuard.Judges(
                        validation::user, validation::boundUser, validation::userBoundTo);
        var service =
                new TokenGuard.Judges(
                        validation::service, _ -> neverBound(), (_, _) -> neverBound());
        return new Guards(
                new TokenGuard(Caller.USER, user, possession),
                new TokenGuard(Caller.SERVICE, service, possession),
                new ClientGuard(authority.clients(), bursts, true),
                new ClientGuard(authority.clients(), bursts, false),
                bursts);
    }

    /** Service tokens are not bound to keys here, so none can be good in that way. */
    private static Verdict neverBound() {
        return new Verdict.Invalid(Reason.WRONG_TYPE);
    }
}
