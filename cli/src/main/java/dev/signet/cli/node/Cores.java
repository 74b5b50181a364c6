package dev.signet.cli.node;

import dev.signet.authority.settings.Audiences;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.authority.settings.Lifetimes;
import dev.signet.authority.settings.PasswordLengths;
import dev.signet.authority.settings.Rates;
import dev.signet.config.LoginSettings;
import dev.signet.config.PasswordSettings;
import dev.signet.config.Settings;
import dev.signet.config.TokenSettings;
import dev.signet.token.access.Environment;
import dev.signet.token.key.CryptoProvider;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;

/** From an operator's settings to what the cores understand. */
final class Cores {

    private Cores() {}

    static AuthoritySettings authority(Settings settings) {
        Environment environment = settings.environment();
        return AuthoritySettings.of(settings.authority().issuer(), environment)
                .with(lifetimes(settings, Lifetimes.of(environment)))
                .with(rates(settings.login()))
                .with(passwords(settings.password()))
                .with(audiences(settings.token()))
                .withLeeway(settings.token().clockLeeway());
    }

    private static Lifetimes lifetimes(Settings settings, Lifetimes usual) {
        return new Lifetimes(
                settings.token().accessLifetime(),
                settings.token().serviceLifetime(),
                settings.refresh().idleLifetime(),
                settings.refresh().absoluteLifetime(),
                usual.ticket(),
                usual.code(),
                settings.refresh().concurrentWithin());
    }

    /** So many attempts at once; spread over the window they come back. */
    private static Rates rates(LoginSettings login) {
        return new Rates(
                rate(login.perAddress(), login.window()), rate(login.perAccount(), login.window()));
    }

    private static Audiences audiences(TokenSettings token) {
        return new Audiences(token.audience(), token.serviceAudience(), Set.of());
    }

    private static PasswordLengths passwords(PasswordSettings password) {
        return new PasswordLengths(password.lengthMin(), password.lengthMax());
    }

    private static Rates.Rate rate(int attempts, Duration window) {
        return new Rates.Rate(attempts, window.dividedBy(attempts));
    }

    static CryptoProvider crypto(Settings settings) {
        return CryptoProvider.of(settings.cryptoProvider());
    }

    static Predicate<InetAddress> trustsProxy(Settings settings) {
        return address ->
                settings.trustedProxies().stream().anyMatch(range -> range.contains(address));
    }
}
