/** The bounds, as tests. Entry type: {@link dev.signet.storage.StorageLimitsTest}. */
@NullMarked
package dev.signet.storage;

import org.jspecify.annotations.NullMarked;
