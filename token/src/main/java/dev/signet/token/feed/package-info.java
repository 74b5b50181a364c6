/**
 * Signed batches and snapshots of revocations on their way from the authority to the verifiers.
 * Entry type: {@link dev.signet.token.feed.FeedCodec}.
 */
@NullMarked
package dev.signet.token.feed;

import org.jspecify.annotations.NullMarked;
