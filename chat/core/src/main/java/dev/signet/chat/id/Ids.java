package dev.signet.chat.id;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes new ids, each with 128 random bits. Safe for use by many threads. */
public final class Ids {
    private final SecureRandom random;

    public Ids(SecureRandom random) {
        this.random = random;
    }

    public ThreadId thread() {
        return new ThreadId(next(ThreadId.PREFIX));
    }

    public MessageId message() {
        return new MessageId(next(MessageId.PREFIX));
    }

    public RunId run() {
        return new RunId(next(RunId.PREFIX));
    }

    public EventId event() {
        return new EventId(next(EventId.PREFIX));
    }

    public ConnectionId connection() {
        return new ConnectionId(next(ConnectionId.PREFIX));
    }

    /** The name of one tool call, unique beyond its run. */
    public String toolCall() {
        return next("call_");
    }

    /** What a user quotes to support and an operator finds in the log. */
    public String supportCode() {
        return next("sup_");
    }

    private String next(String prefix) {
        byte[] bytes = new byte[IdForm.RANDOM_BYTES];
        random.nextBytes(bytes);
        return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
