/** The client of the authority against a server that misbehaves by script. */
@NullMarked
package dev.signet.chat.http.authority;

import org.jspecify.annotations.NullMarked;
