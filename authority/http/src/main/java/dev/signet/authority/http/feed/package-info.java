/**
 * The revocation feed over server-sent events. Entry type: {@link
 * dev.signet.authority.http.feed.FeedRoutes}.
 */
@NullMarked
package dev.signet.authority.http.feed;

import org.jspecify.annotations.NullMarked;
