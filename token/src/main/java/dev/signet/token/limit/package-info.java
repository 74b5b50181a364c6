/** The bounds of everything here. Entry type: {@link dev.signet.token.limit.TokenLimits}. */
@NullMarked
package dev.signet.token.limit;

import org.jspecify.annotations.NullMarked;
