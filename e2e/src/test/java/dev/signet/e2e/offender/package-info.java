/**
 * Made-up classes that each break one rule of the architecture, so that the rules are seen to fail.
 * Entry type: {@link dev.signet.e2e.offender.Offenders}.
 */
@NullMarked
package dev.signet.e2e.offender;

import org.jspecify.annotations.NullMarked;
