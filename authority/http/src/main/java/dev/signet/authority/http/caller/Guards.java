package dev.signet.authority.http.caller;

import dev.signet.authority.Authority;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.Clients;
import dev.signet.authority.client.Scope;
import dev.signet.authority.http.limit.Bursts;
import dev.signet.authority.validation.Validation;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;

/** The authority's guards: who comes in, and what for. Safe for many threads. */
public final class Guards {

    private final Clients clients;
    private final Guard<Identity> people;
    private final Guard<Identity> services;
    private final Guard<Client> anyClient;
    private final Guard<Client> clientsWithSecret;
    private final Bursts bursts;

    /**
     * @param bursts the bound on whoever shows no good credential
     */
    public Guards(Authority authority, Possession possession, Bursts bursts) {
        Validation validation = authority.validation();
        var user =
                new TokenGuard.Judges(
                        validation::user, validation::boundUser, validation::userBoundTo);
        var service =
                new TokenGuard.Judges(
                        validation::service, _ -> neverBound(), (_, _) -> neverBound());
        this.clients = authority.clients();
        this.people = new TokenGuard(Caller.USER, user, possession);
        this.services = new TokenGuard(Caller.SERVICE, service, possession);
        this.anyClient = new ClientGuard(clients, bursts, true);
        this.clientsWithSecret = new ClientGuard(clients, bursts, false);
        this.bursts = bursts;
    }

    /** People with a valid access token, bearer or bound to a key, that has this scope. */
    public Guard<Identity> user(Scope scope) {
        return new ScopeGuard(people, scope);
    }

    /**
     * People with a valid access token of whatever scope: enough to give up the login that the
     * token is of, and for nothing else.
     */
    public Guard<Identity> ownLogin() {
        return people;
    }

    /** Services with a valid service token that are registered with this right. */
    public Guard<Identity> service(ClientRight right) {
        return new RightGuard(services, clients, right);
    }

    /** Any OAuth client, public ones included. */
    public Guard<Client> client() {
        return anyClient;
    }

    /** OAuth clients that showed a secret and are registered with this right. */
    public Guard<Client> client(ClientRight right) {
        return new ClientRightGuard(clientsWithSecret, right);
    }

    /** The bound on whoever shows no good credential. */
    public Bursts bursts() {
        return bursts;
    }

    /** Service tokens are not bound to keys here, so none can be good in that way. */
    private static Verdict neverBound() {
        return new Verdict.Invalid(Reason.WRONG_TYPE);
    }
}
