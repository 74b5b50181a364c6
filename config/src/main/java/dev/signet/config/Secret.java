package dev.signet.config;

/** A value that nobody may see in a log or on a screen. */
public record Secret(String value) {

    public Secret {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("secret: empty");
        }
    }

    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
