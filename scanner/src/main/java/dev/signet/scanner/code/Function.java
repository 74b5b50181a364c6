package dev.signet.scanner.code;

import dev.signet.scanner.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * A function, method, constructor or lambda.
 *
 * @param nameAt where its name stands, or where it begins when it has none
 * @param name empty when it has none
 * @param annotations decorators and annotations, as calls or names
 * @param body a lambda of one expression returns it
 * @param result the type of what it gives back, where it says so
 */
public record Function(
        Span at,
        Span nameAt,
        String name,
        List<Parameter> parameters,
        List<Expression> annotations,
        Block body,
        Optional<Expression> result) {

    /** A function that does not say what it gives back. */
    public Function(
            Span at,
            Span nameAt,
            String name,
            List<Parameter> parameters,
            List<Expression> annotations,
            Block body) {
        this(at, nameAt, name, parameters, annotations, body, Optional.empty());
    }

    public Function {
        parameters = List.copyOf(parameters);
        annotations = List.copyOf(annotations);
    }

    /** What a function is given. */
    public record Parameter(
            String name,
            Optional<Expression> type,
            Optional<Expression> byDefault,
            List<Expression> annotations) {

        public Parameter {
            annotations = List.copyOf(annotations);
        }

        public static Parameter of(String name) {
            return new Parameter(name, Optional.empty(), Optional.empty(), List.of());
        }
    }
}
