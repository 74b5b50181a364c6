/**
 * The authority's ports on SQL, in plain statements that SQLite and PostgreSQL both understand.
 * Entry type: {@link dev.signet.authority.sql.SqlAuthorityStore}.
 */
@NullMarked
package dev.signet.authority.sql;

import org.jspecify.annotations.NullMarked;
