package dev.signet.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.config.Settings;
import dev.signet.config.source.Loading.Loaded;
import dev.signet.config.source.Loading.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A process as it is started in a test: its folder, its variables, its command line. */
final class Started {

    private final Path folder;
    private final Map<String, String> overrides = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private Optional<Path> file = Optional.empty();

    private Started(Path folder) {
        this.folder = folder;
    }

    static Started in(Path folder) {
        return new Started(folder);
    }

    Started yaml(String text) {
        return yaml(text.getBytes(StandardCharsets.UTF_8));
    }

    Started yaml(byte[] bytes) {
        return write(folder.resolve("signet.yaml"), bytes);
    }

    Started write(Path path, byte[] bytes) {
        try {
            Files.write(path, bytes);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Started variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Started override(String key, String value) {
        overrides.put(key, value);
        return this;
    }

    Started file(Path path) {
        file = Optional.of(path);
        return this;
    }

    Loading load(Command command) {
        return SettingsLoader.load(
                new SettingsSources(overrides, environment, file, folder), command);
    }

    Settings settings(Command command) {
        Loading loading = load(command);
        assertThat(loading).isInstanceOf(Loaded.class);
        return ((Loaded) loading).settings();
    }

    List<Problem> problems(Command command) {
        return load(command) instanceof Refused refused ? refused.problems() : List.of();
    }

    Explained explained(String key) {
        return load(Command.DEMO).explanation().find(key).orElseThrow();
    }
}
