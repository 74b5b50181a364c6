package dev.signet.config;

/** The range of TCP ports. */
public final class Ports {

    public static final int MAX = 65_535;

    private Ports() {}

    static void check(String name, int port) {
        if (port < 1 || port > MAX) {
            throw new IllegalArgumentException(name + ": 1 to " + MAX + ", not " + port);
        }
    }
}
