/** What sealing promises, as tests. Entry type: {@link dev.signet.storage.seal.SealerTest}. */
@NullMarked
package dev.signet.storage.seal;

import org.jspecify.annotations.NullMarked;
