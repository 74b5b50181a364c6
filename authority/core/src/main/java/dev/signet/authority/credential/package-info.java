/**
 * Opaque credentials of 256 random bits: how they are made, recognised, and what is stored of them.
 * Entry type: {@link dev.signet.authority.credential.CredentialSource}.
 */
@NullMarked
package dev.signet.authority.credential;

import org.jspecify.annotations.NullMarked;
