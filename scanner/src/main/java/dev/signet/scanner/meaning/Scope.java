package dev.signet.scanner.meaning;

import dev.signet.scanner.code.Expression;
import dev.signet.scanner.code.Function;
import dev.signet.scanner.code.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that are known in a file, a type or a function. */
public final class Scope {

    private static final int BASES_MAX = 8;

    private final Kind kind;
    private final Optional<Scope> parent;
    private final Map<String, List<Binding>> names = new LinkedHashMap<>();
    private final List<String> openModules = new ArrayList<>();
    private final List<String> bases = new ArrayList<>(0);
    private final Map<String, List<Binding>> fields = new LinkedHashMap<>();
    private final Map<String, Map<String, Value.Origin>> entries = new LinkedHashMap<>();

    /** What a scope belongs to. */
    public enum Kind {
        FILE,
        TYPE,
        FUNCTION
    }

    /** What a name was bound to, of which there may be several. */
    sealed interface Binding {
        /** The value of that expression. */
        record To(Expression value, Scope scope) implements Binding {}

        /** An object of that type. */
        record Typed(Expression type, Scope scope) implements Binding {}

        /** One part of what that expression gives, when it gives a list. */
        record Part(Expression value, int index, Scope scope) implements Binding {}

        /** Each element of that, in turn. */
        record Each(Expression over, Scope scope) implements Binding {}

        /** Something from another module. */
        record From(Statement.Import origin) implements Binding {}

        /** A function of the file. */
        record Defined(Function function, Scope scope) implements Binding {}

        /** A type of the file, with its own scope. */
        record DefinedType(Statement.DefineType type, Scope scope) implements Binding {}

        /** Something that the file does not tell. */
        record Opaque() implements Binding {}
    }

    private Scope(Kind kind, Optional<Scope> parent) {
        this.kind = kind;
        this.parent = parent;
    }

    static Scope file() {
        return new Scope(Kind.FILE, Optional.empty());
    }

    Scope inner(Kind inner) {
        return new Scope(inner, Optional.of(this));
    }

    public Kind kind() {
        return kind;
    }

    void bind(String name, Binding binding) {
        if (!name.isEmpty()) {
            names.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(binding);
        }
    }

    void bindField(String name, Binding binding) {
        type().ifPresent(type ->
                type.fields.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(binding));
    }

    /** Something is set in what a name stands for. */
    void bindEntry(String name, String key, Value.Origin value) {
        entries.computeIfAbsent(name, _ -> new LinkedHashMap<>(2)).put(key, value);
    }

    /** What is set in what a name stands for, here and around. */
    Map<String, Value.Origin> entries(String name) {
        Map<String, Value.Origin> found = new LinkedHashMap<>();
        for (Optional<Scope> scope = Optional.of(this);
                scope.isPresent();
                scope = scope.get().parent) {
            scope.get().entries.getOrDefault(name, Map.of()).forEach(found::putIfAbsent);
            if (scope.get().names.containsKey(name)) {
                break;
            }
        }
        return found;
    }

    void open(String module) {
        openModules.add(module);
    }

    /** The bindings of the innermost scope that knows the name. */
    List<Binding> find(String name) {
        for (Optional<Scope> scope = Optional.of(this);
                scope.isPresent();
                scope = scope.get().parent) {
            Scope here = scope.get();
            List<Binding> found =
                    here.kind == Kind.TYPE
                            ? here.ownMember(name)
                            : here.names.getOrDefault(name, List.of());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** The bindings of the scopes around the innermost one that knows the name. */
    List<Binding> findBeyond(String name) {
        for (Optional<Scope> scope = Optional.of(this);
                scope.isPresent();
                scope = scope.get().parent) {
            if (!scope.get().ownMember(name).isEmpty()) {
                return scope.get().parent.map(outer -> outer.find(name)).orElse(List.of());
            }
        }
        return List.of();
    }

    /** The type of that name is one that this one builds on. */
    void buildsOn(String type) {
        bases.add(type);
    }

    /** The bindings of a member of the innermost type, whether declared or set on itself. */
    List<Binding> member(String name) {
        return type().map(type -> type.inherited(name, 0)).orElse(List.of());
    }

    /** The type's own member, else that of a type in this file that it builds on. */
    private List<Binding> inherited(String name, int depth) {
        List<Binding> own = ownMember(name);
        if (!own.isEmpty() || depth > BASES_MAX) {
            return own;
        }
        for (String base : bases) {
            for (Binding binding : parent.map(outer -> outer.find(base)).orElse(List.of())) {
                if (binding instanceof Binding.DefinedType type && type.scope() != this) {
                    List<Binding> found = type.scope().inherited(name, depth + 1);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
        }
        return List.of();
    }

    /** The bindings of a member of this scope's own type or file. */
    List<Binding> ownMember(String name) {
        List<Binding> found = new ArrayList<>(names.getOrDefault(name, List.of()));
        found.addAll(fields.getOrDefault(name, List.of()));
        return found;
    }

    /** Modules all of whose names are known here, from the file's own on outwards. */
    List<String> openModules() {
        List<String> found = new ArrayList<>(openModules);
        parent.ifPresent(scope -> found.addAll(scope.openModules()));
        return found;
    }

    /** The innermost type around, if any. */
    Optional<Scope> type() {
        return kind == Kind.TYPE ? Optional.of(this) : parent.flatMap(Scope::type);
    }

    @Override
    public String toString() {
        return "Scope[" + kind + " " + names.keySet() + "]";
    }
}
