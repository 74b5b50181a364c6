package dev.signet.cli.command;

import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientRegistration;
import dev.signet.authority.client.ClientRight;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.Clients;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.ServiceAccess;
import dev.signet.authority.credential.Credential;
import dev.signet.cli.node.OfflineAuthority;
import dev.signet.config.Settings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
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
                            paramLabel = "KIND",
                            description = "public, confidential or service.")
                    Client.Kind kind,
            @Option(names = "--name", paramLabel = "NAME", description = "What people read.")
                    @Nullable String name,
            @Option(
                            names = "--redirect-uri",
                            paramLabel = "URI",
                            description = "Where codes may be sent; repeatable.")
                    @Nullable List<String> redirectUris,
            @Mixin AccessOptions access)
            throws Exception {
        Terminal terminal = Terminal.of(spec);
        Client client;
        try {
            client =
                    access.appliedTo(
                            client(
                                    id,
                                    Optional.ofNullable(name).orElse(id),
                                    kind,
                                    redirectUris == null ? Set.of() : Set.copyOf(redirectUris)));
        } catch (IllegalArgumentException wrong) {
            terminal.err().println("signet: " + wrong.getMessage());
            return SignetCommand.MISUSED;
        }
        return with(terminal, clients -> report(clients.register(client, Caller.SYSTEM), terminal));
    }

    @Command(
            name = "change",
            description = {
                "Change what a client may ask for and do; what you do not name stays.",
                "Run it while the authority is stopped, or restart the authority afterwards."
            },
            mixinStandardHelpOptions = true)
    int change(
            @Parameters(paramLabel = "ID", description = "The client.") String id,
            @Mixin AccessOptions access)
            throws Exception {
        return with(
                Terminal.of(spec),
                clients ->
                        clients.find(id)
                                .map(client -> changed(client, access, clients))
                                .orElseGet(() -> refused("no client is called", id)));
    }

    private int changed(Client client, AccessOptions access, Clients clients) {
        try {
            clients.update(access.appliedTo(client), Caller.SYSTEM);
            return SignetCommand.DONE;
        } catch (IllegalArgumentException wrong) {
            Terminal.of(spec).err().println("signet: " + wrong.getMessage());
            return SignetCommand.MISUSED;
        }
    }

    @Command(
            name = "add-secret",
            description = {
                "Give a client a further secret and print it once; the newest one so far stays good.",
                "Run it while the authority is stopped, or restart the authority afterwards."
            },
            mixinStandardHelpOptions = true)
    int addSecret(@Parameters(paramLabel = "ID", description = "The client.") String id)
            throws Exception {
        Terminal terminal = Terminal.of(spec);
        return with(
                terminal,
                clients ->
                        clients.addSecret(id, Caller.SYSTEM)
                                .map(secret -> {
                                    printSecret(secret, terminal);
                                    return SignetCommand.DONE;
                                })
                                .orElseGet(() -> refused("no client with secrets is called", id)));
    }

    @Command(
            name = "drop-old-secrets",
            description = {
                "Leave a client only its newest secret.",
                "Run it while the authority is stopped, or restart the authority afterwards."
            },
            mixinStandardHelpOptions = true)
    int dropOldSecrets(@Parameters(paramLabel = "ID", description = "The client.") String id)
            throws Exception {
        return changed(id, clients -> clients.removeOldSecrets(id, Caller.SYSTEM));
    }

    @Command(
            name = "remove",
            description = {
                "Remove a client; tokens that it holds stay good until they expire.",
                "Run it while the authority is stopped, or restart the authority afterwards."
            },
            mixinStandardHelpOptions = true)
    int remove(@Parameters(paramLabel = "ID", description = "The client.") String id)
            throws Exception {
        return changed(id, clients -> clients.remove(id, Caller.SYSTEM));
    }

    private int changed(String id, Predicate<Clients> change) throws Exception {
        return with(
                Terminal.of(spec),
                clients ->
                        change.test(clients)
                                ? SignetCommand.DONE
                                : refused("no client is called", id));
    }

    private int refused(String why, String id) {
        Terminal.of(spec).err().println("signet: " + why + " " + id);
        return SignetCommand.FAILED;
    }

    @Command(
            name = "list",
            description = "Print the registered clients.",
            mixinStandardHelpOptions = true)
    int list(@Option(names = "--json", description = "Print JSON.") boolean json) throws Exception {
        Terminal terminal = Terminal.of(spec);
        return with(
                terminal,
                clients -> {
                    List<Client> all =
                            clients.all().stream()
                                    .sorted(Comparator.comparing(Client::id))
                                    .toList();
                    if (json) {
                        printJson(all, terminal.out());
                    } else {
                        print(all, terminal.out());
                    }
                    return SignetCommand.DONE;
                });
    }

    private static void print(List<Client> clients, PrintWriter out) {
        for (Client client : clients) {
            out.printf("%-24s %-13s %s%n", client.id(), kind(client), client.name());
        }
        out.flush();
    }

    private static void printJson(List<Client> clients, PrintWriter out) {
        JsonArray all = new JsonArray();
        for (Client client : clients) {
            all.add(
                    new JsonObject()
                            .put("id", client.id())
                            .put("kind", kind(client))
                            .put("name", client.name())
                            .put(
                                    "redirect_uris",
                                    new JsonArray(client.redirectUris().stream().sorted().toList()))
                            .put("scope", client.scopes().allowed().parameter())
                            .put("default_scope", client.scopes().usual().parameter())
                            .put("rights", new JsonArray(rights(client))));
        }
        out.println(new JsonObject().put("clients", all).encodePrettily());
        out.flush();
    }

    private static List<String> rights(Client client) {
        Stream<String> tokens =
                client.may(GrantType.CLIENT_CREDENTIALS)
                        ? Stream.of(GrantType.CLIENT_CREDENTIALS.code())
                        : Stream.empty();
        Stream<String> others = client.service().rights().stream().map(ClientRight::code).sorted();
        return Stream.concat(tokens, others).toList();
    }

    private static String kind(Client client) {
        return client.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Does something with the clients of the data folder, if the settings are right. */
    private int with(Terminal terminal, ToIntFunction<Clients> work) throws Exception {
        Optional<Settings> settings =
                options.settings(dev.signet.config.source.Command.SERVE, terminal.err());
        if (settings.isEmpty()) {
            return SignetCommand.MISUSED;
        }
        try (var authority = OfflineAuthority.open(settings.get())) {
            int status = work.applyAsInt(authority.clients());
            if (OfflineAuthority.isRunning(settings.get())) {
                terminal.err()
                        .println(
                                "signet: an authority is running here; it reads its clients at its"
                                        + " next start");
            }
            return status;
        }
    }

    /** A client of that kind as it is unless the operator says more. */
    private static Client client(
            String id, String name, Client.Kind kind, Set<String> redirectUris) {
        boolean service = kind == Client.Kind.SERVICE;
        return new Client(
                id,
                name,
                kind,
                redirectUris,
                service
                        ? Set.of(GrantType.CLIENT_CREDENTIALS)
                        : Set.of(GrantType.AUTHORIZATION_CODE, GrantType.REFRESH_TOKEN),
                service
                        ? ClientScopes.of()
                        : ClientScopes.of("openid", "profile", "email", "offline_access"),
                ServiceAccess.NONE);
    }

    private static int report(ClientRegistration registration, Terminal terminal) {
        return switch (registration) {
            case ClientRegistration.Registered(var client, var secret) -> {
                terminal.err().println("signet: registered " + client.id());
                secret.ifPresent(credential -> printSecret(credential, terminal));
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

    private static void printSecret(Credential secret, Terminal terminal) {
        terminal.err().println("signet: its secret, shown once:");
        terminal.out().println(secret.value());
        terminal.out().flush();
    }
}
