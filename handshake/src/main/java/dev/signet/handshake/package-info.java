/**
 * The one WebSocket handshake: who may open a socket, and when it ends (RFC 6455, RFC 6750, RFC
 * 6454). Entry type: {@link dev.signet.handshake.Handshake}.
 */
@NullMarked
package dev.signet.handshake;

import org.jspecify.annotations.NullMarked;
