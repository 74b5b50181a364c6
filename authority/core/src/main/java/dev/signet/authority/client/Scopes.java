package dev.signet.authority.client;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Scopes (RFC 6749 §3.3): 0 to {@value #MAX} of them. */
public record Scopes(Set<String> values) {

    public static final int MAX = 64;

    static final int LENGTH_MAX = 128;

    public Scopes {
        values = Set.copyOf(values);
        if (values.size() > MAX) {
            throw new IllegalArgumentException("scopes: at most " + MAX);
        }
        if (!values.stream().allMatch(Scopes::isScope)) {
            throw new IllegalArgumentException("scopes: a character that no scope may have");
        }
    }

    public static Scopes of(String... values) {
        return new Scopes(Set.of(values));
    }

    public static Scopes of(Collection<String> values) {
        return new Scopes(Set.copyOf(values));
    }

    /** The scopes of a {@code scope} parameter; empty when it breaks the grammar. */
    public static Optional<Scopes> parse(String parameter) {
        if (parameter.length() > MAX * (LENGTH_MAX + 1)) {
            return Optional.empty();
        }
        Set<String> values = new TreeSet<>(Arrays.asList(parameter.split(" ", -1)));
        return values.size() <= MAX && values.stream().allMatch(Scopes::isScope)
                ? Optional.of(new Scopes(values))
                : Optional.empty();
    }

    private static boolean isScope(String text) {
        return !text.isEmpty()
                && text.length() <= LENGTH_MAX
                && text.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\');
    }

    public boolean contains(String scope) {
        return values.contains(scope);
    }

    public boolean containsAll(Scopes others) {
        return values.containsAll(others.values);
    }

    /** Those of them that are among the others. */
    public Scopes only(Collection<String> others) {
        Set<String> common = new TreeSet<>(values);
        common.retainAll(others);
        return new Scopes(common);
    }

    /** Of an account's or a client's permissions those that these scopes stand for. */
    public Set<String> limit(Set<String> permissions) {
        return permissions.stream()
                .filter(permission ->
                        values.stream().anyMatch(scope -> Scope.standsFor(scope, permission)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The {@code scope} parameter, in the order of the alphabet. */
    public String parameter() {
        return String.join(" ", new TreeSet<>(values));
    }

    @Override
    public String toString() {
        return parameter();
    }
}
