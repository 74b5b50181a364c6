/**
 * Keys that sign and keys that verify (RFC 7517, RFC 7518), and which crypto provider works for
 * them. Entry type: {@link dev.signet.token.key.KeySet}.
 */
@NullMarked
package dev.signet.token.key;

import org.jspecify.annotations.NullMarked;
