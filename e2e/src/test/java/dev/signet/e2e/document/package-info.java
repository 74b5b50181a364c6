/**
 * The code blocks of the documents, each compiled, parsed, run or scanned. Entry type: {@link
 * dev.signet.e2e.document.Block}.
 */
@NullMarked
package dev.signet.e2e.document;

import org.jspecify.annotations.NullMarked;
