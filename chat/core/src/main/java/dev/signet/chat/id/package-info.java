/**
 * The names of users, threads, messages, runs and events, and where new ones come from. Entry type:
 * {@link dev.signet.chat.id.Ids}.
 */
@NullMarked
package dev.signet.chat.id;

import org.jspecify.annotations.NullMarked;
