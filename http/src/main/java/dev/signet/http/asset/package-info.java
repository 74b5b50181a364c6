/**
 * Files of the class path that anybody may read. Entry type: {@link dev.signet.http.asset.Assets}.
 */
@NullMarked
package dev.signet.http.asset;

import org.jspecify.annotations.NullMarked;
