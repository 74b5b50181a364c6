/**
 * What every part of the chat backend shares: its one way to be broken. Entry type: {@link
 * dev.signet.chat.ChatUnavailableException}.
 */
@NullMarked
package dev.signet.chat;

import org.jspecify.annotations.NullMarked;
