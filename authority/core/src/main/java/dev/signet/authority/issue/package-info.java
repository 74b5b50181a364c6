/**
 * Signed tokens for people and services. Entry type: {@link dev.signet.authority.issue.Issuance}.
 */
@NullMarked
package dev.signet.authority.issue;

import org.jspecify.annotations.NullMarked;
