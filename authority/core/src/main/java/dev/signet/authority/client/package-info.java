/**
 * Applications and services that may ask for tokens (RFC 6749 §2), and how they prove who they are.
 * Entry type: {@link dev.signet.authority.client.Clients}.
 */
@NullMarked
package dev.signet.authority.client;

import org.jspecify.annotations.NullMarked;
