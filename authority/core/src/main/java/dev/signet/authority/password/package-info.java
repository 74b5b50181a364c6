/**
 * Passwords: which are acceptable, and how few are hashed at the same time (RFC 9106, NIST SP
 * 800-63B §3.1.1). Entry type: {@link dev.signet.authority.password.PasswordGate}.
 */
@NullMarked
package dev.signet.authority.password;

import org.jspecify.annotations.NullMarked;
