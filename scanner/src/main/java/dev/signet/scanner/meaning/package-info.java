/**
 * What the names and expressions of a file stand for: imported things, constants, the file's own
 * functions. Entry type: {@link dev.signet.scanner.meaning.Meaning}.
 */
@NullMarked
package dev.signet.scanner.meaning;

import org.jspecify.annotations.NullMarked;
