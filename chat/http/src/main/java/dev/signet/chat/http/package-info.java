/**
 * The chat backend on the network: pages, sign-in, the socket and the HTTP interface, each over the
 * verifier and the handshake. Entry type: {@link dev.signet.chat.http.ChatBackend}.
 */
@NullMarked
package dev.signet.chat.http;

import org.jspecify.annotations.NullMarked;
