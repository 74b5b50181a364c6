package dev.signet.scanner.code;

import dev.signet.scanner.source.Span;
import java.util.List;
import java.util.Optional;

/** One step of a block. */
public sealed interface Statement {

    Span at();

    /** An expression for its effect. */
    record Evaluate(Span at, Expression expression) implements Statement {}

    /**
     * A variable, field, parameter property or constant gets a value or is declared.
     *
     * @param type as declared
     * @param annotations of a field, as calls or names
     */
    record Assign(
            Span at,
            Expression target,
            Optional<Expression> type,
            Optional<Expression> value,
            List<Expression> annotations)
            implements Statement {
        public Assign {
            annotations = List.copyOf(annotations);
        }
    }

    /** Ends the function; without a value when there is none. */
    record Return(Span at, Optional<Expression> value) implements Statement {}

    /** Raises an error. */
    record Throw(Span at, Optional<Expression> value) implements Statement {}

    /** {@code break}, {@code continue}, {@code goto}. */
    record Jump(Span at) implements Statement {}

    /** {@code unless} becomes the same with a {@code !}; {@code elif} nests in otherwise. */
    record If(Span at, Expression condition, Block then, Block otherwise) implements Statement {}

    /** Which block runs is decided by what the subject is: switch, match, when, case. */
    record Choose(Span at, Expression subject, List<Case> cases) implements Statement {
        public Choose {
            cases = List.copyOf(cases);
        }
    }

    /**
     * One way of a {@link Choose}.
     *
     * @param pattern as written; empty for the default
     * @param names bound by the pattern
     */
    record Case(String pattern, List<String> names, Block body) {
        public Case {
            names = List.copyOf(names);
        }
    }

    /**
     * Errors of the body are handled by the handlers.
     *
     * @param otherwise what runs when the body had no error; part of the way on
     * @param always runs in any case
     */
    record Attempt(Span at, Block body, List<Block> handlers, Block otherwise, Block always)
            implements Statement {
        public Attempt {
            handlers = List.copyOf(handlers);
        }
    }

    /**
     * A loop; a {@code for} over something assigns each element to the target.
     *
     * @param target empty when it loops by a condition
     * @param over what is looped over, or the condition
     */
    record Loop(Span at, Optional<Expression> target, Expression over, Block body)
            implements Statement {}

    /** Statements in their own block, such as {@code with}, {@code using}, {@code unsafe}. */
    record Nested(Span at, Block body) implements Statement {}

    /** A named function. */
    record Define(Function function) implements Statement {
        @Override
        public Span at() {
            return function.at();
        }
    }

    /**
     * A class, interface, struct, module, enum or object.
     *
     * @param nameAt where its name stands
     * @param supertypes classes and interfaces it builds on
     */
    record DefineType(
            Span at,
            Span nameAt,
            String name,
            List<Expression> supertypes,
            List<Expression> annotations,
            Block body)
            implements Statement {
        public DefineType {
            supertypes = List.copyOf(supertypes);
            annotations = List.copyOf(annotations);
        }
    }

    /**
     * A name from elsewhere becomes known here.
     *
     * @param module as its language names it, with {@code .} between the parts of dotted names
     *     ({@code io.jsonwebtoken}, {@code Firebase.JWT}), without a version of its own
     * @param symbol what of the module; empty for the module itself
     * @param local under which name; empty for none, {@value #ALL} for all names of the module
     */
    record Import(Span at, String module, String symbol, String local) implements Statement {
        public static final String ALL = "*";

        /** The imported thing's full name. */
        public String path() {
            return symbol.isEmpty() ? module : module + "." + symbol;
        }
    }
}
