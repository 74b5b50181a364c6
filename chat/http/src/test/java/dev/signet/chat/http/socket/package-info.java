/** Sockets, from the request to the close frame, on real connections. */
@NullMarked
package dev.signet.chat.http.socket;

import org.jspecify.annotations.NullMarked;
