/**
 * A run's events as server-sent events. Entry type: {@link
 * dev.signet.chat.http.stream.RunStreams}.
 */
@NullMarked
package dev.signet.chat.http.stream;

import org.jspecify.annotations.NullMarked;
