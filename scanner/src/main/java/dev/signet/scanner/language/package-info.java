/**
 * The programming languages: how the tree of each becomes code that the rules understand. Entry
 * type: {@link dev.signet.scanner.language.Language}.
 */
@NullMarked
package dev.signet.scanner.language;

import org.jspecify.annotations.NullMarked;
