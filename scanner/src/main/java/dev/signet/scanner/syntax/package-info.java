/**
 * Syntax trees of source files, by tree-sitter. Entry type: {@link
 * dev.signet.scanner.syntax.Grammar}.
 */
@NullMarked
package dev.signet.scanner.syntax;

import org.jspecify.annotations.NullMarked;
