/** The chat backend's stores on SQL. Entry type: {@link dev.signet.chat.sql.SqlChatStores}. */
@NullMarked
package dev.signet.chat.sql;

import org.jspecify.annotations.NullMarked;
