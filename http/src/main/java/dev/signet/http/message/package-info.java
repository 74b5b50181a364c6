/**
 * A request as endpoints see it and what they answer; no server in it. Entry type: {@link
 * dev.signet.http.message.Request}.
 */
@NullMarked
package dev.signet.http.message;

import org.jspecify.annotations.NullMarked;
