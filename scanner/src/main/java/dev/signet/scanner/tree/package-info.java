/** Which files there are, and what they hold. Entry type: {@link dev.signet.scanner.tree.Tree}. */
@NullMarked
package dev.signet.scanner.tree;

import org.jspecify.annotations.NullMarked;
