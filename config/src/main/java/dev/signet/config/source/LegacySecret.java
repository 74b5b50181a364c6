package dev.signet.config.source;

import dev.signet.config.LegacySettings;
import dev.signet.config.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The secret of the platform from before. It has the one name that it had there, and is looked at
 * only while that platform's tokens are accepted.
 */
record LegacySecret(Values values, Map<String, String> environment) {

    private static final String VARIABLE = "JWT_SECRET_KEY";
    private static final String FORMER_VARIABLE = "JWT_SECRET";

    LegacySettings settings() {
        return new LegacySettings(enabled(), find());
    }

    List<Problem> problems() {
        if (environment.containsKey(FORMER_VARIABLE)) {
            return List.of(former(FORMER_VARIABLE, new Origin("environment", true)));
        }
        if (!enabled()) {
            return List.of();
        }
        if (find().isEmpty()) {
            return refused(
                    VARIABLE,
                    "is missing or shorter than " + LegacySettings.SECRET_BYTES_MIN + " bytes",
                    "set it to that platform's secret, or legacy.enabled to false");
        }
        return List.of(notYet());
    }

    /** Whether somebody means the former name, in the spelling of any source. */
    static boolean isFormerName(String name) {
        String plain = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return plain.equals(FORMER_VARIABLE)
                || plain.equals(Setting.VARIABLE_PREFIX + FORMER_VARIABLE);
    }

    /** Two names for one secret are how two services come to have different ones. */
    static Problem former(String name, Origin origin) {
        return new Problem(
                name,
                origin,
                "is not read any more",
                "rename it to " + VARIABLE + ", a variable of the environment, or remove it");
    }

    /** Nothing reads the secret so far; whoever relies on it must learn that at the start. */
    private Problem notYet() {
        return new Problem(
                Table.LEGACY_ENABLED.name(),
                values.origin(Table.LEGACY_ENABLED),
                "is nothing that this version can do",
                "set it to false or remove it");
    }

    private boolean enabled() {
        return values.get(Table.LEGACY_ENABLED);
    }

    private Optional<Secret> find() {
        return Optional.ofNullable(environment.get(VARIABLE))
                .filter(_ -> enabled())
                .filter(LegacySecret::isLongEnough)
                .map(Secret::new);
    }

    private static boolean isLongEnough(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8).length >= LegacySettings.SECRET_BYTES_MIN;
    }

    private static List<Problem> refused(String variable, String what, String action) {
        return List.of(new Problem(variable, new Origin("environment", true), what, action));
    }
}
