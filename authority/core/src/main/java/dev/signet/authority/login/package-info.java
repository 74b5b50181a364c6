/** Proof of who a person is, by password. Entry type: {@link dev.signet.authority.login.Logins}. */
@NullMarked
package dev.signet.authority.login;

import org.jspecify.annotations.NullMarked;
