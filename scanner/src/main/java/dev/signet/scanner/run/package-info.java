/** One run over a tree, on all cores. Entry type: {@link dev.signet.scanner.run.TreeScan}. */
@NullMarked
package dev.signet.scanner.run;

import org.jspecify.annotations.NullMarked;
