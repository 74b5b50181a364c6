package dev.signet.scanner.meaning;

import dev.signet.scanner.source.Span;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts that are put together from known parts. */
final class Texts {

    /** Members and methods that give the same text in another form. */
    private static final Set<String> KEEPING =
            WordList.set(
                    """
                    value name strip trim encode decode getBytes toString to_string to_owned into as_ref
                    as_bytes as_str to_s toByteArray unwrap clone freeze rawValue toCharArray ToArray
                    AsSpan TrimEnd encodeToByteArray orEmpty intern b stripTrailing trimEnd into_bytes
                    as_slice to_vec
                    """);

    private static final Set<String> COMBINING =
            WordList.set(
                    """
                    join format formatted concat upper lower toUpperCase toLowerCase upcase downcase
                    uppercase lowercase ToUpper replace replaceAll ToString Trim
                    """);

    private static final Pattern PLACE = Pattern.compile("%s|%\\w|\\{\\w*}");

    private Texts() {}

    static boolean keeps(String member) {
        return KEEPING.contains(member);
    }

    static boolean knows(String method) {
        return KEEPING.contains(method) || COMBINING.contains(method);
    }

    /** The result of a method on a known text; empty when it is not worked out. */
    static Optional<Value> call(
            Value receiver,
            String method,
            List<List<Value>> arguments,
            Function<Value.Origin, List<Value>> values) {
        if (receiver instanceof Value.Listing parts && method.equals("join")) {
            return ownJoined(parts, arguments, values);
        }
        if (!(receiver instanceof Value.Constant text)) {
            return Optional.empty();
        }
        return switch (method) {
            case "upper", "toUpperCase", "upcase", "uppercase", "ToUpper" ->
                    Optional.of(with(text, text.text().toUpperCase(Locale.ROOT)));
            case "lower", "toLowerCase", "downcase", "lowercase" ->
                    Optional.of(with(text, text.text().toLowerCase(Locale.ROOT)));
            case "join" -> arguments.isEmpty() ? Optional.empty() : joined(text, arguments, values);
            case "format", "formatted" -> Optional.of(filled(text, arguments));
            case "concat" -> {
                List<List<Value>> parts = new ArrayList<>(List.of(List.of(text)));
                parts.addAll(arguments);
                yield Optional.of(join(parts, text.at(), ""));
            }
            case "replace", "replaceAll" -> replaced(text, arguments);
            default -> Optional.of(text);
        };
    }

    private static Value.Constant with(Value.Constant like, String text) {
        return new Value.Constant(text, like.at(), like.whole());
    }

    private static Optional<Value> joined(
            Value.Constant separator,
            List<List<Value>> arguments,
            Function<Value.Origin, List<Value>> values) {
        for (Value argument : arguments.getFirst()) {
            if (argument instanceof Value.Listing listing) {
                List<List<Value>> parts = listing.elements().stream().map(values).toList();
                return Optional.of(join(parts, separator.at(), separator.text()));
            }
        }
        return Optional.empty();
    }

    /** {@code ["JWT", "KEY"].join("_")}, with a separator that is known. */
    private static Optional<Value> ownJoined(
            Value.Listing listing,
            List<List<Value>> arguments,
            Function<Value.Origin, List<Value>> values) {
        if (arguments.size() != 1
                || arguments.getFirst().isEmpty()
                || !(arguments.getFirst().getFirst() instanceof Value.Constant separator)) {
            return Optional.empty();
        }
        List<List<Value>> parts = listing.elements().stream().map(values).toList();
        Value.Constant joined = join(parts, separator.at(), separator.text());
        return joined.whole() ? Optional.of(joined) : Optional.empty();
    }

    private static Optional<Value> replaced(Value.Constant text, List<List<Value>> arguments) {
        if (arguments.size() < 2) {
            return Optional.empty();
        }
        Optional<String> from = firstText(arguments.get(0));
        Optional<String> to = firstText(arguments.get(1));
        return from.isPresent() && to.isPresent()
                ? Optional.of(with(text, text.text().replace(from.get(), to.get())))
                : Optional.empty();
    }

    /** Puts known arguments into the places of a format, one after the other. */
    static Value.Constant filled(Value.Constant format, List<List<Value>> arguments) {
        Matcher places = PLACE.matcher(format.text());
        StringBuilder text = new StringBuilder();
        int next = 0;
        boolean whole = format.whole();
        while (places.find()) {
            Optional<String> part =
                    next < arguments.size() ? firstText(arguments.get(next)) : Optional.empty();
            whole &= part.isPresent();
            places.appendReplacement(
                    text, Matcher.quoteReplacement(part.orElse(Value.Constant.GAP)));
            next++;
        }
        places.appendTail(text);
        return new Value.Constant(text.toString(), format.at(), whole);
    }

    /** One text from the first known text of each part; a gap where none is known. */
    static Value.Constant join(List<List<Value>> parts, Span at, String separator) {
        StringBuilder text = new StringBuilder();
        boolean whole = true;
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                text.append(separator);
            }
            Optional<Value.Constant> part = firstConstant(parts.get(i));
            whole &= part.isPresent() && part.get().whole();
            text.append(part.map(Value.Constant::text).orElse(Value.Constant.GAP));
        }
        return new Value.Constant(text.toString(), at, whole);
    }

    private static Optional<Value.Constant> firstConstant(List<Value> values) {
        for (Value value : values) {
            if (value instanceof Value.Constant constant) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> firstText(List<Value> values) {
        return firstConstant(values).map(Value.Constant::text);
    }
}
