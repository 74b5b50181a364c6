package dev.signet.config.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads all sources, checks everything, and reports all problems at once. */
public final class SettingsLoader {

    private static final String DEFAULT_FILE = "signet.yaml";
    private static final Set<PosixFilePermission> OTHERS_READ =
            Set.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

    private final SettingsSources sources;
    private final Command command;

    private SettingsLoader(SettingsSources sources, Command command) {
        this.sources = sources;
        this.command = command;
    }

    /** Reads the settings for that command; throws nothing. */
    public static Loading load(SettingsSources sources, Command command) {
        return new SettingsLoader(sources, command).load();
    }

    private Loading load() {
        Contents overrides = Contents.of(sources.overrides(), "command line");
        Contents environment = EnvironmentVariables.read(sources.environment());
        Optional<Path> path = file();
        Contents file = path.map(YamlFile::read).orElse(Contents.NONE);
        Contents presets = Contents.of(command.presets(), "demo");
        var values =
                new Values(
                        Layers.of(
                                List.of(
                                        overrides.texts(),
                                        environment.texts(),
                                        file.texts(),
                                        presets.texts())));

        var problems = new ArrayList<Problem>();
        for (Contents source : List.of(overrides, environment, file)) {
            problems.addAll(source.problems());
            source.unknown().forEach(problems::add);
        }
        secretsOnTheCommandLine(overrides).forEach(problems::add);
        path.ifPresent(p -> secretsInAnOpenFile(file, p).forEach(problems::add));
        return outcome(values, problems);
    }

    private Loading outcome(Values values, List<Problem> problems) {
        var clientSecret = new ClientSecret(values);
        var legacy = new LegacySecret(values, sources.environment());
        values.problems().forEach(problems::add);
        problems.addAll(Checks.problems(values, command));
        problems.addAll(clientSecret.problems(command));
        problems.addAll(legacy.problems());

        var explanation =
                new Explanation(Table.settings().stream().map(values::explained).toList());
        if (!problems.isEmpty()) {
            return new Loading.Refused(problems, explanation);
        }
        var assembly = new Assembly(values, clientSecret.find(), legacy.settings());
        return new Loading.Loaded(assembly.settings(), explanation);
    }

    /** A file that somebody names must be there; the usual one may be missing. */
    private Optional<Path> file() {
        return sources.file()
                .or(() -> Optional.ofNullable(variable()).map(Path::of))
                .or(() ->
                        Optional.of(sources.folder().resolve(DEFAULT_FILE)).filter(Files::exists));
    }

    private @Nullable String variable() {
        return sources.environment().get(EnvironmentVariables.FILE);
    }

    private static Stream<Problem> secretsOnTheCommandLine(Contents overrides) {
        return overrides
                .secrets()
                .map(entry ->
                        problem(
                                entry,
                                "every user of this machine can read a command line",
                                "use the environment instead"));
    }

    private static Stream<Problem> secretsInAnOpenFile(Contents file, Path path) {
        if (!othersMayRead(path)) {
            return Stream.empty();
        }
        return file.secrets()
                .map(entry ->
                        problem(
                                entry,
                                "is a secret in a file that others may read",
                                "chmod 600 " + path + ", or use the environment"));
    }

    private static Problem problem(Map.Entry<String, Given> entry, String what, String action) {
        return new Problem(entry.getKey(), entry.getValue().origin(), what, action);
    }

    private static boolean othersMayRead(Path file) {
        try {
            return Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS_READ::contains);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // unreadable: reported already; no such permissions: nothing to report
        }
    }
}
