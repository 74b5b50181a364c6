/** Tests of what files that are not code are read into. */
@NullMarked
package dev.signet.scanner.structure;

import org.jspecify.annotations.NullMarked;
