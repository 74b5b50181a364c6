package dev.signet.cli.command;

import dev.signet.config.source.Command;
import dev.signet.config.source.Explained;
import dev.signet.config.source.Loading;
import dev.signet.config.source.Problem;
import dev.signet.token.key.CryptoProvider;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks and explains the settings without starting anything. */
@CommandLine.Command(
        name = "config",
        description = "Check the settings, or explain where each value came from.",
        mixinStandardHelpOptions = true)
final class ConfigCommand {

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--for",
            scope = CommandLine.ScopeType.INHERIT,
            paramLabel = "COMMAND",
            description = "serve, backend or demo (default: ${DEFAULT-VALUE}).",
            defaultValue = "serve")
    private Command command = Command.SERVE;

    @Option(names = "--json", scope = CommandLine.ScopeType.INHERIT, description = "Print JSON.")
    private boolean json;

    @Spec private @Nullable CommandSpec spec;

    private Loading load() {
        return options.load(command);
    }

    @CommandLine.Command(
            name = "check",
            description = "Say whether the settings are right; exit 2 when not.",
            mixinStandardHelpOptions = true)
    int check() {
        Terminal terminal = Terminal.of(spec);
        return switch (load()) {
            case Loading.Loaded _ -> {
                report(List.of(), terminal.out());
                yield SignetCommand.DONE;
            }
            case Loading.Refused(var problems, var _) -> {
                report(problems, terminal.out());
                yield SignetCommand.MISUSED;
            }
        };
    }

    private void report(List<Problem> problems, PrintWriter out) {
        if (json) {
            JsonArray all = new JsonArray();
            problems.forEach(problem -> all.add(json(problem)));
            out.println(new JsonObject().put("problems", all).encodePrettily());
        } else if (problems.isEmpty()) {
            out.println("The settings are right.");
        } else {
            problems.forEach(out::println);
        }
        out.flush();
    }

    private static JsonObject json(Problem problem) {
        return new JsonObject()
                .put("key", problem.key())
                .put("origin", problem.origin().text())
                .put("what", problem.what())
                .put("action", problem.action());
    }

    @CommandLine.Command(
            name = "explain",
            description = "Print every setting, or one, with its value and origin; secrets masked.",
            mixinStandardHelpOptions = true)
    int explain(
            @Parameters(arity = "0..1", paramLabel = "KEY", description = "One setting.")
                    @Nullable String key) {
        Terminal terminal = Terminal.of(spec);
        var explanation = load().explanation();
        if (key == null) {
            print(explanation.settings(), terminal.out());
            return SignetCommand.DONE;
        }
        Optional<Explained> one = explanation.find(key);
        if (one.isEmpty()) {
            String hint =
                    explanation.nearest(key).map(near -> "; did you mean " + near + "?").orElse("");
            terminal.err().println("signet: no setting is called " + key + hint);
            return SignetCommand.MISUSED;
        }
        print(List.of(one.get()), terminal.out());
        return SignetCommand.DONE;
    }

    private void print(List<Explained> settings, PrintWriter out) {
        if (json) {
            JsonArray all = new JsonArray();
            settings.forEach(setting -> all.add(json(setting)));
            out.println(new JsonObject().put("settings", all).encodePrettily());
            out.flush();
            return;
        }
        for (Explained setting : settings) {
            out.printf(
                    "%-34s %-44s %s%n",
                    setting.key(), setting.value().orElse("-") + inUse(setting), setting.origin());
        }
        out.flush();
    }

    /** What {@code auto} turned out to be on this machine. */
    private static String inUse(Explained setting) {
        boolean auto =
                setting.key().equals("crypto.provider")
                        && setting.value().equals(Optional.of("auto"));
        return auto ? " (" + CryptoProvider.best().description() + ")" : "";
    }

    private static JsonObject json(Explained setting) {
        return new JsonObject()
                .put("key", setting.key())
                .put("value", setting.value().orElse(null))
                .put("origin", setting.origin().text())
                .put("default", setting.isDefault())
                .put("says", setting.says());
    }
}
