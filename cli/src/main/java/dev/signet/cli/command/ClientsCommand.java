package dev.signet.cli.command;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRegistration;
import dev.signet.authority.client.Clients;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.cli.node.OfflineAuthority;
import dev.signet.config.Settings;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Registers clients in the authority's database; a running authority reads them at its start. */
@Command(
        name = "clients",
        description = "Register the applications and services of an authority.",
        mixinStandardHelpOptions = true)
final class ClientsCommand {

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Spec private @Nullable CommandSpec spec;

    @Command(
            name = "add",
            description = {
                "Register a client and print its secret once.",
                "Run it while the authority is stopped, or restart the authority afterwards."
            },
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "ID", description = "The client's identifier.") String id,
            @Option(
                            names = "--kind",
                            required = true,
                            description = "public, confidential or service.")
                    String kind,
            @Option(names = "--name", description = "What people read.") @Nullable String name,
            @Option(names = "--redirect-uri", description = "Where codes may be sent; repeatable.")
                    @Nullable List<String> redirectUris)
            throws Exception {
        Terminal terminal = Terminal.of(spec);
        Optional<Settings> settings = settings(terminal);
        if (settings.isEmpty()) {
            return SignetCommand.MISUSED;
        }
        Client client =
                client(
                        id,
                        Optional.ofNullable(name).orElse(id),
                        Client.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                        redirectUris == null ? Set.of() : Set.copyOf(redirectUris));
        try (var authority = OfflineAuthority.open(settings.get())) {
            return report(authority.clients().register(client, Caller.SYSTEM), terminal);
        }
    }

    @Command(
            name = "list",
            description = "Print the registered clients.",
            mixinStandardHelpOptions = true)
    int list() throws Exception {
        Terminal terminal = Terminal.of(spec);
        Optional<Settings> settings = settings(terminal);
        if (settings.isEmpty()) {
            return SignetCommand.MISUSED;
        }
        try (var authority = OfflineAuthority.open(settings.get())) {
            print(authority.clients(), terminal);
        }
        return SignetCommand.DONE;
    }

    private static void print(Clients clients, Terminal terminal) {
        clients.all().stream()
                .sorted((a, b) -> a.id().compareTo(b.id()))
                .forEach(client ->
                        terminal.out()
                                .printf(
                                        "%-24s %-13s %s%n",
                                        client.id(),
                                        client.kind().name().toLowerCase(Locale.ROOT),
                                        client.name()));
        terminal.out().flush();
    }

    private Optional<Settings> settings(Terminal terminal) {
        return options.settings(dev.signet.config.source.Command.SERVE, terminal.err());
    }

    private static Client client(
            String id, String name, Client.Kind kind, Set<String> redirectUris) {
        Set<GrantType> grants = EnumSet.noneOf(GrantType.class);
        if (kind != Client.Kind.PUBLIC) {
            grants.add(GrantType.CLIENT_CREDENTIALS);
        }
        if (kind != Client.Kind.SERVICE) {
            grants.add(GrantType.AUTHORIZATION_CODE);
            grants.add(GrantType.REFRESH_TOKEN);
        }
        return new Client(
                id,
                name,
                kind,
                redirectUris,
                grants,
                Scopes.of(AuthoritySettings.DEFAULT_SCOPES),
                Set.of(),
                Set.of());
    }

    private static int report(ClientRegistration registration, Terminal terminal) {
        return switch (registration) {
            case ClientRegistration.Registered(var client, var secret) -> {
                terminal.err().println("signet: registered " + client.id());
                secret.ifPresent(credential -> {
                    terminal.err().println("signet: its secret, shown once:");
                    terminal.out().println(credential.value());
                });
                yield SignetCommand.DONE;
            }
            case ClientRegistration.IdTaken _ -> {
                terminal.err().println("signet: a client of that id exists already");
                yield SignetCommand.FAILED;
            }
            case ClientRegistration.TooMany _ -> {
                terminal.err().println("signet: the authority holds no more clients");
                yield SignetCommand.FAILED;
            }
        };
    }
}
