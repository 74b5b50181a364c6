package dev.signet.config.source;

import java.util.Optional;
import java.util.function.Function;

/**
 * How the text of a setting becomes a value.
 *
 * @param form what the text has to be, to follow the words "give" and "is not"
 * @param secret whether the text may be shown
 * @param parser empty when the text has another form
 */
record SettingType<T>(String form, boolean secret, Function<String, Optional<T>> parser) {

    Optional<T> parse(String text) {
        return parser.apply(text);
    }
}
