/**
 * What every part of the storage shares: its bounds and its one way to be broken. Entry type:
 * {@link dev.signet.storage.StorageLimits}.
 */
@NullMarked
package dev.signet.storage;

import org.jspecify.annotations.NullMarked;
