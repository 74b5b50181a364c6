package dev.signet.config.source;

import java.util.Map;

/** What the settings are for; decides what must be given and what is checked. */
public enum Command {
    /** The authority alone. */
    SERVE(Map.of()),
    /** The chat backend alone. */
    BACKEND(Map.of()),
    /** Both in one process, without any configuration and without a management listener. */
    DEMO(Map.of(Table.ENVIRONMENT.name(), "development", "authority.management-port", "0"));

    private final Map<String, String> presets;

    Command(Map<String, String> presets) {
        this.presets = presets;
    }

    /** What it sets where nobody else does. */
    Map<String, String> presets() {
        return presets;
    }

    boolean runsChat() {
        return this != SERVE;
    }
}
