/**
 * What the stores promise, as tests. Entry type: {@link dev.signet.storage.sql.DatabaseContract}.
 */
@NullMarked
package dev.signet.storage.sql;

import org.jspecify.annotations.NullMarked;
