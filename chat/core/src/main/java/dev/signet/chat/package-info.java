/**
 * What every part of the chat backend shares: its bounds, all in one place, and its one way to be
 * broken. Entry type: {@link dev.signet.chat.ChatLimits}.
 */
@NullMarked
package dev.signet.chat;

import org.jspecify.annotations.NullMarked;
