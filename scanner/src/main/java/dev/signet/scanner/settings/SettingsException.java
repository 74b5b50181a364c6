package dev.signet.scanner.settings;

/** The settings, or what was asked for, cannot be meant like this. The message says where. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(message);
    }
}
