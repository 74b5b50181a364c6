package dev.signet.scanner.syntax;

import dev.signet.scanner.source.Source;
import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One node of a file's syntax tree, without comments. Operators and keywords are nodes that are not
 * {@linkplain #named() named}; brackets, commas, colons and semicolons are left out. Immutable.
 */
public final class SyntaxNode {

    static final SyntaxNode[] NONE = new SyntaxNode[0];

    private final Source source;
    private final Kind kind;
    private final int start;
    private final int end;
    private final SyntaxNode[] children;

    /**
     * What a node is to its parent.
     *
     * @param field empty when it has none
     */
    record Kind(String type, String field, boolean named) {}

    SyntaxNode(Source source, Kind kind, int start, int end, SyntaxNode[] children) {
        this.source = source;
        this.kind = kind;
        this.start = start;
        this.end = end;
        this.children = children;
    }

    /** The grammar's name of this kind of node, or the token itself when not named. */
    public String type() {
        return kind.type();
    }

    public boolean is(String type) {
        return kind.type().equals(type);
    }

    public boolean named() {
        return kind.named();
    }

    /** Which field of its parent this is; empty when it has none. */
    public String field() {
        return kind.field();
    }

    public Span at() {
        return new Span(start, end);
    }

    public String text() {
        return source.text(at());
    }

    /** With operators and keywords, in the file's order. */
    public List<SyntaxNode> all() {
        return Arrays.asList(children);
    }

    /** The named ones. */
    public List<SyntaxNode> children() {
        return list(SyntaxNode::named);
    }

    /** The first child in that field. */
    public Optional<SyntaxNode> child(String field) {
        for (SyntaxNode child : children) {
            if (child.kind.field().equals(field)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** All named children in that field. */
    public List<SyntaxNode> children(String field) {
        return list(child -> child.named() && child.field().equals(field));
    }

    /** The first child of that type. */
    public Optional<SyntaxNode> first(String type) {
        for (SyntaxNode child : children) {
            if (child.is(type)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** All children of that type. */
    public List<SyntaxNode> each(String type) {
        return list(child -> child.is(type));
    }

    private List<SyntaxNode> list(Predicate<SyntaxNode> which) {
        List<SyntaxNode> found = new ArrayList<>(children.length);
        for (SyntaxNode child : children) {
            if (which.test(child)) {
                found.add(child);
            }
        }
        return found;
    }

    /** Whether one of the children is that token or of that type. */
    public boolean has(String type) {
        return first(type).isPresent();
    }

    /** The tree as an S-expression with fields, to look at while mapping a grammar. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("(").append(type());
        for (SyntaxNode child : children()) {
            text.append(' ');
            if (!child.field().isEmpty()) {
                text.append(child.field()).append(": ");
            }
            text.append(child);
        }
        return text.append(')').toString();
    }
}
