package dev.signet.cli.command;

import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.client.ServiceAccess;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a client may ask people for, and what it may do in its own name. */
final class AccessOptions {

    private static final String BETWEEN = "[ ,]+";

    @Option(
            names = "--scopes",
            split = BETWEEN,
            paramLabel = "SCOPE",
            description = {
                "What it may ask people for, with commas between: openid, profile, email,",
                "offline_access, account:read, account:sessions, account:security,",
                "account:write, chat:use, or a name of your own. Unless you say it, a new client",
                "that is no service may ask for the first four."
            })
    private @Nullable List<String> scopes;

    @Option(
            names = "--default-scopes",
            split = BETWEEN,
            paramLabel = "SCOPE",
            description = {
                "What it gets when it asks for nothing, never offline_access. Unless you say it:",
                "openid, profile and email, as far as they are among its scopes."
            })
    private @Nullable List<String> defaultScopes;

    @Option(
            names = "--rights",
            split = BETWEEN,
            paramLabel = "RIGHT",
            description = {
                "What it may do in its own name, with commas between: client_credentials (get",
                "tokens), validate (ask about tokens, redeem tickets), introspect (RFC 7662),",
                "feed (follow revocations). None unless you say it; a service gets tokens",
                "in any case."
            })
    private @Nullable List<String> rights;

    /**
     * That client with what was typed; the rest stays.
     *
     * @throws IllegalArgumentException when it cannot be so; the message is for the operator
     */
    Client appliedTo(Client client) {
        return new Client(
                client.id(),
                client.name(),
                client.kind(),
                client.redirectUris(),
                rights == null ? client.grants() : grants(client, names(rights)),
                scopes(client.scopes()),
                rights == null
                        ? client.service()
                        : new ServiceAccess(
                                rights(names(rights)),
                                client.service().permissions(),
                                client.service().audiences()));
    }

    private ClientScopes scopes(ClientScopes known) {
        if (scopes == null && defaultScopes == null) {
            return known;
        }
        Scopes allowed = scopes == null ? known.allowed() : Scopes.of(names(scopes));
        return defaultScopes == null
                ? ClientScopes.of(allowed)
                : new ClientScopes(allowed, Scopes.of(names(defaultScopes)));
    }

    private static Set<GrantType> grants(Client client, Set<String> rights) {
        Set<GrantType> grants = new HashSet<>(client.grants());
        grants.remove(GrantType.CLIENT_CREDENTIALS);
        if (client.kind() == Client.Kind.SERVICE
                || rights.contains(GrantType.CLIENT_CREDENTIALS.code())) {
            grants.add(GrantType.CLIENT_CREDENTIALS);
        }
        return grants;
    }

    private static Set<ClientRight> rights(Set<String> names) {
        return names.stream()
                .filter(name -> !name.equals(GrantType.CLIENT_CREDENTIALS.code()))
                .map(AccessOptions::right)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static ClientRight right(String name) {
        return ClientRight.ofCode(name)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "rights: client_credentials, validate, introspect or feed"));
    }

    private static Set<String> names(List<String> typed) {
        return typed.stream()
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
