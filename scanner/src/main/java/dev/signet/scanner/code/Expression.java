package dev.signet.scanner.code;

import dev.signet.scanner.source.Span;
import java.util.List;

/**
 * What has a value. A language's own forms become the nearest of these; what has no counterpart
 * becomes {@link Other}, so that nothing inside it is lost.
 */
public sealed interface Expression {

    Span at();

    /** A variable, a type or a module by its plain name; also {@code this}, {@code self}. */
    record Name(Span at, String id) implements Expression {}

    /** {@code object.name}, {@code object::name}, {@code object->name}, {@code object?.name}. */
    record Member(Span at, Expression object, String name) implements Expression {}

    /** {@code object[key]}. */
    record Index(Span at, Expression object, Expression key) implements Expression {}

    /**
     * A call, or the creation of an object: then the callee is the type.
     *
     * @param creates whether it is a creation by its form ({@code new X()}); where a language
     *     creates by a plain call this is false
     */
    record Call(Span at, Expression callee, List<Argument> arguments, boolean creates)
            implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** A literal text, unescaped as far as the language's simple escapes go. */
    record Text(Span at, String value) implements Expression {}

    /** A literal number, as written. */
    record Digits(Span at, String digits) implements Expression {}

    /** A literal true or false. */
    record Truth(Span at, boolean value) implements Expression {}

    /** {@code null}, {@code None}, {@code nil}, {@code undefined}. */
    record Nothing(Span at) implements Expression {}

    /** Texts put together: {@code +} on anything, interpolation, adjacent literals. */
    record Concat(Span at, List<Expression> parts) implements Expression {
        public Concat {
            parts = List.copyOf(parts);
        }
    }

    /** A literal list, tuple, set or array. */
    record Items(Span at, List<Expression> values) implements Expression {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** A literal map or object. */
    record Pairs(Span at, List<Pair> pairs) implements Expression {
        public Pairs {
            pairs = List.copyOf(pairs);
        }
    }

    /** The second is taken when the first is false, absent or fails: {@code or || ?? ?: }. */
    record Either(Span at, Expression first, Expression second) implements Expression {}

    /** One of two by a condition; also {@code if} as an expression with simple branches. */
    record Conditional(Span at, Expression condition, Expression then, Expression otherwise)
            implements Expression {}

    /** Any other operator: {@code not ! && == != < in …}; {@code not} is written {@code !}. */
    record Operation(Span at, String operator, List<Expression> operands) implements Expression {
        public Operation {
            operands = List.copyOf(operands);
        }
    }

    /** A function without a name. */
    record Lambda(Span at, Function function) implements Expression {

        public static Lambda of(Span at, List<Function.Parameter> parameters, Block body) {
            return new Lambda(at, new Function(at, at, "", parameters, List.of(), body));
        }
    }

    /** An assignment inside an expression. */
    record Assigned(Span at, Expression target, Expression value) implements Expression {}

    /** Statements inside an expression: {@code match}, {@code when}, {@code try} with a value. */
    record Nested(Span at, Block block) implements Expression {}

    /** Anything else, with the expressions in it. */
    record Other(Span at, List<Expression> parts) implements Expression {
        public Other {
            parts = List.copyOf(parts);
        }
    }

    /**
     * An argument.
     *
     * @param name empty when it is given by its place
     */
    record Argument(String name, Expression value) {
        /** The name of spread arguments: {@code *args}, {@code ...args}. */
        public static final String SPREAD = "*";

        public static Argument of(Expression value) {
            return new Argument("", value);
        }
    }

    /** One entry of {@link Pairs}. */
    record Pair(Expression key, Expression value) {}
}
