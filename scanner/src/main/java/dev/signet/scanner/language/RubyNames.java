package dev.signet.scanner.language;

import dev.signet.scanner.syntax.SyntaxNode;
import dev.signet.scanner.words.WordList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells which plain names are variables, which are methods and which are attributes. */
final class RubyNames {

    private static final Set<String> BINDING =
            WordList.set(
                    """
                    method_parameters block_parameters lambda_parameters optional_parameter
                    keyword_parameter splat_parameter hash_splat_parameter block_parameter
                    left_assignment_list destructured_left_assignment destructured_parameter
                    rest_assignment exception_variable
                    """);

    private final Set<String> methods = new LinkedHashSet<>();
    private final Set<String> attributes = new LinkedHashSet<>();
    private Locals locals = new Locals(Set.of());

    /** The variables of a method. */
    record Locals(Set<String> names) {
        Locals {
            names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
        }
    }

    /** Remembers the methods and attributes of a whole file. */
    void file(SyntaxNode root) {
        locals = new Locals(assigned(root));
        collect(root);
    }

    private void collect(SyntaxNode node) {
        if (node.is("method") || node.is("singleton_method")) {
            node.child("name").map(SyntaxNode::text).ifPresent(methods::add);
        }
        if (node.is("call") && node.text().startsWith("attr_")) {
            for (SyntaxNode argument :
                    node.child("arguments").map(SyntaxNode::children).orElse(List.of())) {
                attributes.add(argument.text().replaceFirst("^:", ""));
            }
        }
        node.children().forEach(this::collect);
    }

    /** Begins a method; gives back what held before. */
    Locals enter(SyntaxNode method) {
        Locals outer = locals;
        locals = new Locals(assigned(method));
        return outer;
    }

    void leave(Locals outer) {
        locals = outer;
    }

    boolean isLocal(String name) {
        return locals.names().contains(name);
    }

    boolean isMethod(String name) {
        return !isLocal(name) && methods.contains(name);
    }

    boolean isAttribute(String name) {
        return !isLocal(name) && isAttributeOfSelf(name);
    }

    /** Whether {@code self.name} is what {@code @name} holds. */
    boolean isAttributeOfSelf(String name) {
        return attributes.contains(name) && !methods.contains(name);
    }

    private static Set<String> assigned(SyntaxNode node) {
        Set<String> found = new LinkedHashSet<>();
        assigned(node, found, true);
        return found;
    }

    private static void assigned(SyntaxNode node, Set<String> into, boolean outermost) {
        if (!outermost && (node.is("method") || node.is("singleton_method"))) {
            return;
        }
        boolean binds = BINDING.contains(node.type());
        for (SyntaxNode child : node.children()) {
            boolean left = node.type().endsWith("assignment") && child.field().equals("left");
            boolean name = binds && !child.field().equals("value");
            if (child.is("identifier") && (left || name)) {
                into.add(child.text());
            }
            assigned(child, into, false);
        }
    }

    /** The names that a pattern of {@code in} binds. */
    static List<String> bound(SyntaxNode way) {
        List<String> found = new ArrayList<>();
        way.children("pattern").forEach(pattern -> bound(pattern, found));
        return found;
    }

    private static void bound(SyntaxNode node, List<String> into) {
        if (node.is("keyword_pattern") && node.child("value").isEmpty()) {
            node.child("key").map(SyntaxNode::text).ifPresent(into::add);
        }
        if (node.is("identifier")) {
            into.add(node.text());
        }
        node.children().forEach(child -> bound(child, into));
    }
}
