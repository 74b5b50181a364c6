/** Signing in and out by a browser. */
@NullMarked
package dev.signet.chat.http.login;

import org.jspecify.annotations.NullMarked;
