package dev.signet.config.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a process was started with.
 *
 * @param overrides settings of the command line by name
 * @param environment all variables of the process
 * @param file the file that the command line names
 * @param folder where {@code signet.yaml} is looked for when nobody names a file
 */
public record SettingsSources(
        Map<String, String> overrides,
        Map<String, String> environment,
        Optional<Path> file,
        Path folder) {

    public SettingsSources {
        overrides = Map.copyOf(overrides);
        environment = Map.copyOf(environment);
    }

    /** Names neither keys nor values: both may be secrets put in the wrong place. */
    @Override
    public String toString() {
        return "SettingsSources[" + overrides.size() + " overrides, file " + file + "]";
    }
}
