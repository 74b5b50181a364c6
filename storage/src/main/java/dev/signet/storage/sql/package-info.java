/**
 * Durable SQL with one writer that groups commits and a bounded pool of readers. Entry type: {@link
 * dev.signet.storage.sql.Database}.
 *
 * <p>Columns: a bound {@link java.time.Instant} becomes a {@code BIGINT} of milliseconds since
 * 1970, and {@code mapTo(Instant.class)} reads it back. Uniqueness is decided by {@code ON CONFLICT
 * DO NOTHING} and the count of rows, which every SQL store here understands, and not by an
 * exception. Foreign keys are immediate: one that is {@code DEFERRABLE} would let one work fail the
 * commit of its whole group.
 */
@NullMarked
package dev.signet.storage.sql;

import org.jspecify.annotations.NullMarked;
