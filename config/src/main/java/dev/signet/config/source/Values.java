package dev.signet.config.source;

import dev.signet.token.access.Environment;
import java.util.Optional;
import java.util.stream.Stream;

/** What each setting amounts to: what was given if it is usable, else its default. */
final class Values {

    private final Layers layers;

    Values(Layers layers) {
        this.layers = layers;
    }

    /** The value, or empty when it was not given and has no default. */
    <T> Optional<T> find(Setting<T> setting) {
        return layers.find(setting.name())
                .flatMap(given -> setting.type().parse(given.text()))
                .or(() -> setting.fallback().text(this).flatMap(setting.type()::parse));
    }

    /** The value of a setting that has a default. */
    <T> T get(Setting<T> setting) {
        return find(setting)
                .orElseThrow(() -> new IllegalStateException(setting.name() + " has no default"));
    }

    boolean isGiven(Setting<?> setting) {
        return layers.find(setting.name()).isPresent();
    }

    Origin origin(Setting<?> setting) {
        return layers.find(setting.name())
                .map(Given::origin)
                .orElse(
                        setting.fallback() instanceof Fallback.None
                                ? Origin.NOWHERE
                                : Origin.DEFAULT);
    }

    /** The strictest while nobody has said which. */
    Environment environment() {
        return find(Table.ENVIRONMENT).orElse(Environment.PRODUCTION);
    }

    /** One problem for each text that its setting does not accept. */
    Stream<Problem> problems() {
        return Table.settings().stream().flatMap(setting -> problem(setting).stream());
    }

    Explained explained(Setting<?> setting) {
        Optional<Given> given = layers.find(setting.name());
        Optional<String> text =
                given.map(Given::text)
                        .or(() -> setting.fallback().text(this))
                        .filter(shown -> setting.type().parse(shown).isPresent())
                        .map(shown -> setting.secret() ? Explained.MASK : shown);
        return new Explained(setting.name(), text, origin(setting), setting.says());
    }

    private Optional<Problem> problem(Setting<?> setting) {
        return layers.find(setting.name())
                .filter(given -> setting.type().parse(given.text()).isEmpty())
                .map(given -> problem(setting, given));
    }

    private static Problem problem(Setting<?> setting, Given given) {
        String form = setting.type().form();
        String quoted = setting.secret() ? "the value" : "\"" + given.text() + "\"";
        String what = given.text().isEmpty() ? "is empty" : quoted + " is not accepted";
        return new Problem(setting.name(), given.origin(), what, "give " + form + ", or remove it");
    }
}
