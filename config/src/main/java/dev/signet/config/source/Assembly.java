package dev.signet.config.source;

import dev.signet.config.AuthoritySettings;
import dev.signet.config.ChatSettings;
import dev.signet.config.FeedSettings;
import dev.signet.config.LegacySettings;
import dev.signet.config.LoginSettings;
import dev.signet.config.ModelSettings;
import dev.signet.config.PasswordSettings;
import dev.signet.config.RefreshSettings;
import dev.signet.config.Secret;
import dev.signet.config.Settings;
import dev.signet.config.TokenSettings;
import dev.signet.config.WebSocketSettings;
import java.net.URI;
import java.util.Optional;

/** Puts values that have passed all checks into their records. */
record Assembly(Values values, Optional<Secret> clientSecret, LegacySettings legacy) {

    Settings settings() {
        return new Settings(
                values.environment(),
                values.get(Table.DATA),
                values.find(Table.CHANGE_FROM),
                authority(),
                token(),
                new RefreshSettings(
                        values.get(Table.REFRESH_IDLE),
                        values.get(Table.REFRESH_ABSOLUTE),
                        values.get(Table.REFRESH_CONCURRENT)),
                new PasswordSettings(
                        values.get(Table.PASSWORD_MIN), values.get(Table.PASSWORD_MAX)),
                login(),
                values.get(Table.CRYPTO_PROVIDER),
                values.find(Table.KEY_ENCRYPTION_KEY),
                webSocket(),
                new FeedSettings(
                        values.get(Table.STALENESS_POLICY), values.get(Table.STALENESS_BOUND)),
                chat(),
                legacy,
                values.get(Table.TRUSTED_PROXIES));
    }

    private AuthoritySettings authority() {
        return new AuthoritySettings(
                values.get(Table.AUTHORITY_HOST),
                values.get(Table.AUTHORITY_PORT),
                values.get(Table.AUTHORITY_ISSUER),
                values.get(Table.MANAGEMENT_HOST),
                values.get(Table.MANAGEMENT_PORT));
    }

    private TokenSettings token() {
        return new TokenSettings(
                values.get(Table.AUDIENCE),
                values.get(Table.SERVICE_AUDIENCE),
                values.get(Table.CLOCK_LEEWAY),
                values.get(Table.ACCESS_LIFETIME),
                values.get(Table.SERVICE_LIFETIME));
    }

    private LoginSettings login() {
        return new LoginSettings(
                values.get(Table.LOGIN_PER_ACCOUNT),
                values.get(Table.LOGIN_PER_ADDRESS),
                values.get(Table.LOGIN_WINDOW));
    }

    private WebSocketSettings webSocket() {
        return new WebSocketSettings(
                values.get(Table.QUERY_TOKENS),
                values.get(Table.FIRST_MESSAGE),
                values.get(Table.ECHO_LEGACY),
                values.get(Table.ORIGINS),
                values.find(Table.TEST_ISSUER));
    }

    private ChatSettings chat() {
        return new ChatSettings(
                values.get(Table.CHAT_HOST),
                values.get(Table.CHAT_PORT),
                values.get(Table.CHAT_PUBLIC_URL),
                values.get(Table.CHAT_AUTHORITY_URL),
                values.get(Table.CHAT_CLIENT_ID),
                clientSecret,
                model());
    }

    private Optional<ModelSettings> model() {
        return values.find(Table.MODEL_BASE_URL)
                .flatMap(url -> values.find(Table.MODEL_NAME).map(name -> model(url, name)));
    }

    private ModelSettings model(URI url, String name) {
        return new ModelSettings(
                url, values.find(Table.MODEL_API_KEY), name, values.get(Table.MODEL_TIMEOUT));
    }
}
