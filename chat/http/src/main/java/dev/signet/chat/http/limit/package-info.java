/**
 * Every bound of the chat backend's front in one place. Entry type: {@link
 * dev.signet.chat.http.limit.BackendLimits}.
 */
@NullMarked
package dev.signet.chat.http.limit;

import org.jspecify.annotations.NullMarked;
