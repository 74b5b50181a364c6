package dev.signet.scanner.syntax;

import dev.signet.scanner.source.Source;
import dev.signet.scanner.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One node of a file's syntax tree, without comments. Punctuation and operators are nodes that are
 * not {@linkplain #named() named}. Immutable once built.
 */
public final class SyntaxNode {

    private final Source source;
    private final String type;
    private final boolean named;
    private final String field;
    private final Span at;
    private final List<SyntaxNode> children = new ArrayList<>(0);

    SyntaxNode(Source source, String type, boolean named, String field, Span at) {
        this.source = source;
        this.type = type;
        this.named = named;
        this.field = field;
        this.at = at;
    }

    void add(SyntaxNode child) {
        children.add(child);
    }

    /** The grammar's name of this kind of node, or the token itself when not named. */
    public String type() {
        return type;
    }

    public boolean is(String first) {
        return type.equals(first);
    }

    public boolean named() {
        return named;
    }

    /** Which field of its parent this is; empty when it has none. */
    public String field() {
        return field;
    }

    public Span at() {
        return at;
    }

    public String text() {
        return source.text(at);
    }

    /** With punctuation, in the file's order. */
    public List<SyntaxNode> all() {
        return children;
    }

    /** Without punctuation. */
    public List<SyntaxNode> children() {
        return children.stream().filter(SyntaxNode::named).toList();
    }

    /** The first child in that field. */
    public Optional<SyntaxNode> child(String field) {
        for (SyntaxNode child : children) {
            if (child.field.equals(field)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** All named children in that field. */
    public List<SyntaxNode> children(String field) {
        return children.stream().filter(c -> c.named && c.field.equals(field)).toList();
    }

    /** The first child of that type. */
    public Optional<SyntaxNode> first(String type) {
        for (SyntaxNode child : children) {
            if (child.type.equals(type)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** All children of that type. */
    public List<SyntaxNode> each(String type) {
        return children.stream().filter(c -> c.type.equals(type)).toList();
    }

    /** Whether one of the children is that token or of that type. */
    public boolean has(String type) {
        return first(type).isPresent();
    }

    /** The tree as an S-expression with fields, to look at while mapping a grammar. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("(").append(type);
        for (SyntaxNode child : children) {
            if (child.named) {
                text.append(' ');
                if (!child.field.isEmpty()) {
                    text.append(child.field).append(": ");
                }
                text.append(child);
            }
        }
        return text.append(')').toString();
    }
}
