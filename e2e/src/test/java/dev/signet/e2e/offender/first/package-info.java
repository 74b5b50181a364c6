/** One half of a cycle of packages. Entry type: {@link dev.signet.e2e.offender.first.First}. */
@NullMarked
package dev.signet.e2e.offender.first;

import org.jspecify.annotations.NullMarked;
