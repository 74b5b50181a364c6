/** The revocation feed as verifiers read it. Entry type: {@link dev.signet.authority.feed.Feed}. */
@NullMarked
package dev.signet.authority.feed;

import org.jspecify.annotations.NullMarked;
