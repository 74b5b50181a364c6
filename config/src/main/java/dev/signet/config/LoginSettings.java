package dev.signet.config;

import java.time.Duration;

/**
 * How often somebody may try to log in.
 *
 * @param perAccount failures of one account within the window, 1 to {@value #ATTEMPTS_MAX}
 * @param perAddress attempts from one address within the window, 1 to {@value #ATTEMPTS_MAX}
 * @param window within {@link #WINDOW}
 */
public record LoginSettings(int perAccount, int perAddress, Duration window) {

    public static final int ATTEMPTS_MAX = 100_000;
    public static final Bounds WINDOW = new Bounds(Duration.ofSeconds(1), Duration.ofDays(1));

    public LoginSettings {
        if (perAccount < 1 || perAccount > ATTEMPTS_MAX) {
            throw new IllegalArgumentException("login.per-account: " + perAccount);
        }
        if (perAddress < 1 || perAddress > ATTEMPTS_MAX) {
            throw new IllegalArgumentException("login.per-address: " + perAddress);
        }
        WINDOW.checked("login.window", window);
    }
}
