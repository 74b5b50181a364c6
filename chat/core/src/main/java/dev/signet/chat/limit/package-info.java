/**
 * Every bound of the chat backend in one place. Entry type: {@link
 * dev.signet.chat.limit.ChatLimits}.
 */
@NullMarked
package dev.signet.chat.limit;

import org.jspecify.annotations.NullMarked;
