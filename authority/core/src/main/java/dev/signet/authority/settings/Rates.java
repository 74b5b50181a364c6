package dev.signet.authority.settings;

import java.time.Duration;

/**
 * How often somebody may try.
 *
 * @param perAddress attempts at a login, a registration or a password reset from one address
 * @param perAccount the same for one e-mail address, known or not
 */
public record Rates(Rate perAddress, Rate perAccount) {

    /**
     * A bucket of attempts that fills up again.
     *
     * @param burst 1 to 1,000,000 attempts at once
     * @param refill time until one spent attempt is back
     */
    public record Rate(int burst, Duration refill) {

        private static final int BURST_MAX = 1_000_000;

        public Rate {
            if (burst < 1 || burst > BURST_MAX || !refill.isPositive()) {
                throw new IllegalArgumentException("rate: a burst of 1 to " + BURST_MAX);
            }
        }
    }

    /** 60 attempts from one address and 20 for one account, then one in 1 s and one in 15 s. */
    public static Rates standard() {
        return new Rates(new Rate(60, Duration.ofSeconds(1)), new Rate(20, Duration.ofSeconds(15)));
    }
}
