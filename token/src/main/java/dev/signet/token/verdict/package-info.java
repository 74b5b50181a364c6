/**
 * The answer to "is this token good?" and the identity behind a good one. Entry type: {@link
 * dev.signet.token.verdict.Verdict}.
 */
@NullMarked
package dev.signet.token.verdict;

import org.jspecify.annotations.NullMarked;
