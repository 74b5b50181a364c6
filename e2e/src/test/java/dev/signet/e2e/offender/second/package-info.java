/**
 * The other half of a cycle of packages. Entry type: {@link dev.signet.e2e.offender.second.Second}.
 */
@NullMarked
package dev.signet.e2e.offender.second;

import org.jspecify.annotations.NullMarked;
