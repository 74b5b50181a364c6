package dev.signet.authority.grant;

import dev.signet.authority.client.Client;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.settings.AuthoritySettings;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which scopes a request comes to. */
final class GrantedScopes {

    private GrantedScopes() {}

    /** What was asked for, if the client may ask for all of it; the usual ones when nothing was. */
    static Optional<Scopes> of(Optional<String> parameter, Client client) {
        if (parameter.isEmpty()) {
            return Optional.of(usual(client));
        }
        return Scopes.parse(parameter.get()).filter(client.scopes()::containsAll);
    }

    private static Scopes usual(Client client) {
        Set<String> values = new HashSet<>(client.scopes().values());
        values.retainAll(AuthoritySettings.DEFAULT_SCOPES);
        return new Scopes(values);
    }

    /** For a service: what was asked for, or all that it may have. */
    static Optional<Scopes> ofService(Optional<String> parameter, Client client) {
        return parameter.isEmpty() ? Optional.of(client.scopes()) : of(parameter, client);
    }
}
