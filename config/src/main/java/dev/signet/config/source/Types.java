package dev.signet.config.source;

import dev.signet.config.AddressRange;
import dev.signet.config.Bounds;
import dev.signet.config.Ports;
import dev.signet.config.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The types of settings. Each takes one spelling of a value and no other. */
final class Types {

    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:_-]{1,253}");
    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final int KEY_BYTES = 32;
    private static final int LIST_MAX = 64;

    private Types() {}

    static SettingType<Boolean> yesOrNo(String yes, String no) {
        return new SettingType<>(
                yes + " or " + no,
                false,
                text ->
                        text.equals(yes) || text.equals(no)
                                ? Optional.of(text.equals(yes))
                                : Optional.empty());
    }

    static SettingType<Integer> whole(int min, int max) {
        return new SettingType<>(
                "a whole number from " + min + " to " + max,
                false,
                text ->
                        Optional.of(text)
                                .filter(WHOLE.asMatchPredicate())
                                .map(Integer::valueOf)
                                .filter(number -> number >= min && number <= max));
    }

    static SettingType<Integer> port() {
        return whole(1, Ports.MAX);
    }

    static SettingType<Duration> duration(Bounds bounds) {
        return new SettingType<>(
                "an ISO 8601 duration from " + iso(bounds.min()) + " to " + iso(bounds.max()),
                false,
                text -> read(Duration::parse, text).filter(bounds::contain));
    }

    /** The same where zero switches something off and may be written as a plain 0. */
    static SettingType<Duration> durationOrZero(Bounds bounds) {
        SettingType<Duration> duration = duration(bounds);
        return new SettingType<>(
                duration.form() + ", or 0",
                false,
                text -> text.equals("0") ? Optional.of(Duration.ZERO) : duration.parse(text));
    }

    static <E extends Enum<E>> SettingType<E> oneOf(Class<E> names) {
        List<E> known = Arrays.asList(names.getEnumConstants());
        return new SettingType<>(
                known.stream().map(Types::code).collect(Collectors.joining(", ", "one of ", "")),
                false,
                text -> known.stream().filter(name -> code(name).equals(text)).findAny());
    }

    static SettingType<String> host() {
        return matching("a host name or an IP address", HOST.asMatchPredicate());
    }

    static SettingType<String> word() {
        return matching("1 to 200 visible ASCII characters", WORD.asMatchPredicate());
    }

    static SettingType<Path> path() {
        return new SettingType<>(
                "a path", false, text -> read(Path::of, text).filter(path -> !text.isBlank()));
    }

    static SettingType<URI> baseUrl() {
        return new SettingType<>(
                "an http or https URL without user, query, fragment and trailing slash",
                false,
                text -> read(URI::create, text).filter(Types::isBaseUrl));
    }

    static SettingType<URI> origin() {
        return new SettingType<>(
                "an http or https origin such as https://id.example.com: no path, no default port",
                false,
                text -> read(URI::create, text).filter(Types::isOrigin));
    }

    static SettingType<List<URI>> origins() {
        return list(
                "origins such as https://app.example.com, separated by commas",
                text -> read(URI::create, text).filter(Types::isOrigin));
    }

    static SettingType<List<AddressRange>> addressRanges() {
        return list(
                "addresses or ranges such as 10.0.0.0/8, separated by commas",
                text -> read(AddressRange::parse, text));
    }

    static SettingType<Secret> secret(int charactersMin) {
        return new SettingType<>(
                charactersMin + " or more visible ASCII characters",
                true,
                text ->
                        Optional.of(text)
                                .filter(t -> t.length() >= charactersMin && t.length() <= 4096)
                                .filter(t -> t.chars().allMatch(c -> c > ' ' && c < 127))
                                .map(Secret::new));
    }

    static SettingType<Secret> key() {
        return new SettingType<>(
                "32 random bytes in Base64, as printed by: openssl rand -base64 32",
                true,
                text -> Optional.of(text).filter(Types::isKey).map(Secret::new));
    }

    private static SettingType<String> matching(String form, Predicate<String> test) {
        return new SettingType<>(form, false, text -> Optional.of(text).filter(test));
    }

    private static <T> SettingType<List<T>> list(
            String form, Function<String, Optional<T>> element) {
        return new SettingType<>(form, false, text -> elements(text, element));
    }

    private static <T> Optional<List<T>> elements(
            String text, Function<String, Optional<T>> element) {
        if (text.isEmpty()) {
            return Optional.of(List.of());
        }
        List<String> parts = List.of(text.split(",", -1));
        List<T> values =
                parts.stream().map(String::strip).map(element).flatMap(Optional::stream).toList();
        return values.size() == parts.size() && values.size() <= LIST_MAX
                ? Optional.of(values)
                : Optional.empty();
    }

    private static <T> Optional<T> read(Function<String, T> reader, String text) {
        try {
            return Optional.of(reader.apply(text));
        } catch (IllegalArgumentException | DateTimeParseException _) {
            return Optional.empty(); // the setting's form says what was expected
        }
    }

    private static boolean isBaseUrl(URI url) {
        boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        boolean lower = url.getHost() != null && url.getHost().equals(lower(url.getHost()));
        boolean bare =
                url.getRawUserInfo() == null
                        && url.getRawQuery() == null
                        && url.getRawFragment() == null;
        return web
                && lower
                && bare
                && url.getPort() <= Ports.MAX
                && url.getPort() != 0
                && !url.toString().endsWith("/")
                && !url.toString().endsWith(":");
    }

    /**
     * As browsers write it in {@code Origin} (RFC 6454 §6.2), with which it is compared as text.
     */
    private static boolean isOrigin(URI url) {
        int usual = "https".equals(url.getScheme()) ? 443 : 80;
        return isBaseUrl(url) && url.getRawPath().isEmpty() && url.getPort() != usual;
    }

    private static boolean isKey(String text) {
        byte[] bytes = read(Base64.getDecoder()::decode, text).orElse(new byte[0]);
        return bytes.length == KEY_BYTES
                && Base64.getEncoder().encodeToString(bytes).equals(text)
                && text.chars().limit(KEY_BYTES).distinct().count() > 4; // not one byte repeated
    }

    /** With whole days as days, which {@link Duration} prints as hours. */
    private static String iso(Duration duration) {
        boolean wholeDays = duration.equals(Duration.ofDays(duration.toDays()));
        return wholeDays && duration.isPositive()
                ? "P" + duration.toDays() + "D"
                : duration.toString();
    }

    private static String code(Enum<?> name) {
        return lower(name.name());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
