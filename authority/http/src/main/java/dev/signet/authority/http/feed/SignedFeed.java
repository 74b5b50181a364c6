package dev.signet.authority.http.feed;

import dev.signet.authority.Authority;
import dev.signet.authority.feed.Feed;
import dev.signet.authority.feed.FeedPage;
import dev.signet.token.feed.FeedCodec;
import dev.signet.token.feed.FeedMessage;

/** The feed's pages, signed with the key that is active now. */
record SignedFeed(Authority authority, FeedCodec codec) {

    Feed feed() {
        return authority.feed();
    }

    FeedPage after(String epoch, long seq) {
        return feed().after(epoch, seq);
    }

    String sign(FeedMessage message) {
        return codec.sign(message, authority.signingKeys().active());
    }
}
