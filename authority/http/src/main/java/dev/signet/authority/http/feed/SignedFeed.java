package dev.signet.authority.http.feed;

import dev.signet.authority.Authority;
import dev.signet.authority.revocation.Feed;
import dev.signet.authority.revocation.FeedPage;
import dev.signet.token.feed.FeedCodec;
import dev.signet.token.feed.FeedMessage;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The feed's messages, signed with the key that is active now. Readers that ask for the same within
 * a moment hear the same, so that a revocation costs one signature however many read. Safe for many
 * threads.
 */
final class SignedFeed {

    private final Authority authority;
    private final FeedCodec codec;
    private final Latest<BatchKey> batch;
    private final Latest<String> snapshot;

    /** A message and its signed form. */
    record Signed(FeedMessage message, String text) {}

    /** What a batch answers. */
    private record BatchKey(String epoch, long after) {}

    SignedFeed(Authority authority, InstantSource clock) {
        this.authority = authority;
        this.codec = new FeedCodec(authority.settings().issuer().toString());
        this.batch = new Latest<>(clock);
        this.snapshot = new Latest<>(clock);
    }

    Feed feed() {
        return authority.feed();
    }

    /** Whether the reader can go on from there without a snapshot. */
    boolean reaches(String epoch, long seq) {
        return feed().after(epoch, seq) instanceof FeedPage.Next;
    }

    /** What came after that number; empty when the reader needs a snapshot. */
    Optional<Signed> after(String epoch, long seq) {
        return batch.get(
                new BatchKey(epoch, seq),
                feed().lastSeq(),
                () ->
                        feed().after(epoch, seq) instanceof FeedPage.Next(var next)
                                ? Optional.of(sign(next))
                                : Optional.empty());
    }

    /** Everything that is revoked. */
    Signed snapshot() {
        return snapshot.get(
                        feed().epoch(),
                        feed().lastSeq(),
                        () -> Optional.of(sign(feed().snapshot())))
                .orElseThrow();
    }

    private Signed sign(FeedMessage message) {
        return new Signed(message, codec.sign(message, authority.signingKeys().active()));
    }
}
