/** How well the scanner does on a labelled corpus. Entry type: {@code CorpusTest}. */
@NullMarked
package dev.signet.scanner.corpus;

import org.jspecify.annotations.NullMarked;
