/**
 * What a request presents in {@code Authorization} (RFC 9110 §11.6.2, RFC 6750 §2.1, RFC 9449
 * §7.1). Entry type: {@link dev.signet.token.authorization.Authorization}.
 */
@NullMarked
package dev.signet.token.authorization;

import org.jspecify.annotations.NullMarked;
