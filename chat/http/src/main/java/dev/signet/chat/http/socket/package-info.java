/**
 * The WebSocket: handshake before the upgrade, messages, and the end of the socket with its login
 * (RFC 6455). Entry type: {@link dev.signet.chat.http.socket.SocketEndpoint}.
 */
@NullMarked
package dev.signet.chat.http.socket;

import org.jspecify.annotations.NullMarked;
