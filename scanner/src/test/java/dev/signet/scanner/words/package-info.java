/** Tests of lists of words. Entry type: {@code WordListTest}. */
@NullMarked
package dev.signet.scanner.words;

import org.jspecify.annotations.NullMarked;
