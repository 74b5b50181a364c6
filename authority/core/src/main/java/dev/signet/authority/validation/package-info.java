/**
 * The authority's own answer to "is this token good?". Entry type: {@link
 * dev.signet.authority.validation.Validation}.
 */
@NullMarked
package dev.signet.authority.validation;

import org.jspecify.annotations.NullMarked;
