/**
 * Who calls: by bearer token or by a browser's cookie (RFC 6750). Entry type: {@link
 * dev.signet.chat.http.caller.UserGuard}.
 */
@NullMarked
package dev.signet.chat.http.caller;

import org.jspecify.annotations.NullMarked;
