/** What a run tells its owner, in order. Entry type: {@link dev.signet.chat.event.RunEvent}. */
@NullMarked
package dev.signet.chat.event;

import org.jspecify.annotations.NullMarked;
