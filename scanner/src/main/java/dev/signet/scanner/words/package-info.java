/** Lists of words as texts. Entry type: {@link dev.signet.scanner.words.WordList}. */
@NullMarked
package dev.signet.scanner.words;

import org.jspecify.annotations.NullMarked;
