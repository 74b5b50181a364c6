package dev.signet.scanner.meaning;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import dev.signet.scanner.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an expression may stand for, as far as its file tells. */
public sealed interface Value {

    /**
     * A text that the file itself says.
     *
     * @param at where it is said, the first part if it is put together
     * @param whole false when parts of it are not known; each of those is {@value #GAP}
     */
    record Constant(String text, Span at, boolean whole) implements Value {
        /** Stands for an unknown part. */
        public static final String GAP = "\uFFFC";
    }

    /**
     * Something from outside of the file: a module, a type, a function, or what came of using them.
     *
     * @param path dotted; {@code ()} behind a part says that it was called
     * @param imported false when the file only names it, without saying where it comes from
     * @param origin the last call or access that led here
     */
    record Symbol(String path, boolean imported, Optional<Origin> origin) implements Value {

        /** The path without the marks of calls. */
        public String plainPath() {
            return path.replace("()", "");
        }

        /** The part behind the last dot, without marks. */
        public String lastName() {
            String plain = plainPath();
            return plain.substring(plain.lastIndexOf('.') + 1);
        }
    }

    /** Where a symbol came from: an expression and the scope in which to understand it. */
    record Origin(Expression expression, Scope scope) {}

    record Truth(boolean value) implements Value {}

    record Digits(String digits) implements Value {}

    /** No value: {@code null}, {@code None}. */
    record Nothing() implements Value {}

    /** A literal map in the order of the file; keys that are not constant are left out. */
    record Table(Map<String, Origin> entries) implements Value {
        public Table {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        /** {@code options = {}; options.key = x}: a literal map has what is set later, too. */
        Table with(Map<String, Origin> later) {
            Map<String, Origin> all = new LinkedHashMap<>(entries);
            all.putAll(later);
            return new Table(all);
        }
    }

    /** An object that gives objects of one outside type: a list, a supplier, an optional. */
    record Holder(Symbol held) implements Value {}

    /** A literal list. */
    record Listing(List<Origin> elements) implements Value {
        public Listing {
            elements = List.copyOf(elements);
        }
    }

    /** One of the file's own functions. */
    record Own(Function function, Scope scope) implements Value {}

    /** One of the file's own types. */
    record OwnType(Statement.DefineType type, Scope scope) implements Value {}
}
