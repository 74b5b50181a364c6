/** The text of one file and places in it. Entry type: {@link dev.signet.scanner.source.Source}. */
@NullMarked
package dev.signet.scanner.source;

import org.jspecify.annotations.NullMarked;
