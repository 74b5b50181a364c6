package dev.signet.scanner.code;

import java.util.List;

/** Statements one after the other; a whole file is one block. */
public record Block(List<Statement> statements) {

    public static final Block EMPTY = new Block(List.of());

    public Block {
        statements = List.copyOf(statements);
    }

    public static Block of(Statement... statements) {
        return new Block(List.of(statements));
    }
}
