/**
 * Writing to one peer without holding up anybody else. Entry type: {@link
 * dev.signet.chat.http.wire.PeerWriter}.
 */
@NullMarked
package dev.signet.chat.http.wire;

import org.jspecify.annotations.NullMarked;
