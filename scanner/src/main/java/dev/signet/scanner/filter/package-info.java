/**
 * Tells files that cannot matter from those that are worth parsing. Entry type: {@link
 * dev.signet.scanner.filter.Candidates}.
 */
@NullMarked
package dev.signet.scanner.filter;

import org.jspecify.annotations.NullMarked;
