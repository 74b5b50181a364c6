package dev.signet.cli.command;

import dev.signet.config.Settings;
import dev.signet.config.source.Command;
import dev.signet.config.source.Loading;
import dev.signet.config.source.SettingsLoader;
import dev.signet.config.source.SettingsSources;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options by which any command is configured, before its subcommand or behind it. */
final class SettingsOptions {

    @Option(
            names = "--config",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Settings file (default: signet.yaml here, if there is one).")
    private @Nullable Path file;

    @Option(
            names = "--set",
            scope = ScopeType.INHERIT,
            paramLabel = "KEY=VALUE",
            description = "One setting; goes before the environment and the file.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "FOLDER",
            description = "Databases and keys.")
    private @Nullable Path data;

    /** Another option's value as a setting. */
    void override(String key, @Nullable Object value) {
        if (value != null) {
            overrides.put(key, value.toString());
        }
    }

    /** Reads all sources. */
    Loading load(Command command) {
        override("data", data);
        return SettingsLoader.load(
                new SettingsSources(
                        overrides, System.getenv(), Optional.ofNullable(file), Path.of("")),
                command);
    }

    /** The settings; empty, and every problem printed, when nothing may start. */
    Optional<Settings> settings(Command command, PrintWriter err) {
        return switch (load(command)) {
            case Loading.Loaded(var settings, var _) -> Optional.of(settings);
            case Loading.Refused(var problems, var _) -> {
                err.println("signet: the settings are not right, nothing was started");
                problems.forEach(problem -> err.println("  " + problem));
                yield Optional.empty();
            }
        };
    }
}
