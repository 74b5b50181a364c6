/**
 * A whole platform on real sockets for tests: authority, verifier, chat backend, and clients that
 * speak to them byte by byte. Entry type: {@link dev.signet.chat.http.platform.Platform}.
 */
@NullMarked
package dev.signet.chat.http.platform;

import org.jspecify.annotations.NullMarked;
