/**
 * What the JWT libraries of each language offer, and what else a file can use to handle tokens.
 * Entry type: {@link dev.signet.scanner.library.Libraries}.
 */
@NullMarked
package dev.signet.scanner.library;

import org.jspecify.annotations.NullMarked;
