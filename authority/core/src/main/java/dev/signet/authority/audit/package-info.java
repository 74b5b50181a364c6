/**
 * Who did what to whom, append-only and chained by hashes. Entry type: {@link
 * dev.signet.authority.audit.AuditTrail}.
 */
@NullMarked
package dev.signet.authority.audit;

import org.jspecify.annotations.NullMarked;
