package dev.signet.verifier.feed;

/**
 * A place in the stream.
 *
 * @param epoch names the numbering
 * @param seq the last number that was taken in
 */
public record FeedPosition(String epoch, long seq) {}
