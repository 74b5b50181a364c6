/**
 * Values that the store holds but cannot read: AES-256-GCM (NIST SP 800-38D) under keys that HKDF
 * (RFC 5869) derives for each purpose. Entry type: {@link
 * dev.signet.storage.seal.KeyEncryptionKey}.
 */
@NullMarked
package dev.signet.storage.seal;

import org.jspecify.annotations.NullMarked;
