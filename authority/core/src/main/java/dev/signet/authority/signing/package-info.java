/**
 * The life of signing keys: made at the first start, published before they sign, kept until their
 * last token is gone. Entry type: {@link dev.signet.authority.signing.SigningKeys}.
 */
@NullMarked
package dev.signet.authority.signing;

import org.jspecify.annotations.NullMarked;
