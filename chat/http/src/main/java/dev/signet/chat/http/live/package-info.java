/**
 * What is open in a user's name and must end with the login, and how it is written to without
 * holding up anybody else. Entry type: {@link dev.signet.chat.http.live.RevocationWatch}.
 */
@NullMarked
package dev.signet.chat.http.live;

import org.jspecify.annotations.NullMarked;
