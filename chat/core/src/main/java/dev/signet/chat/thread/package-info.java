/**
 * Conversations and what was said in them. Entry type: {@link dev.signet.chat.thread.ChatThread}.
 */
@NullMarked
package dev.signet.chat.thread;

import org.jspecify.annotations.NullMarked;
