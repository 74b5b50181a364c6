package dev.signet.authority.limit;

import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.settings.Rates;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Slows down whoever tries often: by network address and by account. Safe for many threads. */
public final class Attempts {

    private final RateLimiter byAddress;
    private final RateLimiter byAccount;
    private final RateLimiter byMailbox;

    public Attempts(Rates rates, InstantSource clock) {
        this.byAddress = new RateLimiter(rates.perAddress(), clock);
        this.byAccount = new RateLimiter(rates.perAccount(), clock);
        this.byMailbox = new RateLimiter(rates.perAccount(), clock);
    }

    /** Takes one attempt; empty when it may go on, else how long to wait. */
    public Optional<Duration> delay(String address) {
        return byAddress.delay(AddressKey.of(address));
    }

    /**
     * Takes one attempt at an account, known or not; empty when it may go on.
     *
     * @param account its one spelling; of any length, for only its hash is remembered
     */
    public Optional<Duration> delay(String address, String account) {
        return delay(address).or(() -> byAccount.delay(key(account)));
    }

    /** Takes an attempt at an account back that did not fail, so that only failures add up. */
    public void giveBack(String account) {
        byAccount.giveBack(key(account));
    }

    /**
     * Takes one wish for a mail; empty when it may go on. Counted apart from logins, for anybody
     * may ask for a mail to anybody and must not keep that person from signing in.
     *
     * @param mailbox the one spelling of the mail's address
     */
    public Optional<Duration> delayOfMail(String address, String mailbox) {
        return delay(address).or(() -> byMailbox.delay(key(mailbox)));
    }

    private static String key(String account) {
        return CredentialHash.of(account).value();
    }
}
