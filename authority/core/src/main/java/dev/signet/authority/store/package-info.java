/**
 * What the core asks of durable storage: units of work that happen as a whole or not at all. Entry
 * type: {@link dev.signet.authority.store.Store}.
 */
@NullMarked
package dev.signet.authority.store;

import org.jspecify.annotations.NullMarked;
