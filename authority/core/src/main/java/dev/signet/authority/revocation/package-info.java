/**
 * What is revoked, in one transaction with its audit row and its feed row, and the feed that
 * verifiers read of it. Entry type: {@link dev.signet.authority.revocation.Revocations}.
 */
@NullMarked
package dev.signet.authority.revocation;

import org.jspecify.annotations.NullMarked;
