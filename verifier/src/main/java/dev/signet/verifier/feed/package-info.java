/**
 * Follows the authority's feed of revocations: server-sent events (WHATWG HTML §9.2) whose data are
 * signed. Entry type: {@link dev.signet.verifier.feed.FeedFollower}.
 */
@NullMarked
package dev.signet.verifier.feed;

import org.jspecify.annotations.NullMarked;
