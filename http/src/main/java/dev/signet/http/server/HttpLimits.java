package dev.signet.http.server;

import java.time.Duration;

/**
 * Every bound of one listener.
 *
 * @param bodyBytesMax larger bodies are answered with 413
 * @param headerBytesMax all headers of a request together; also its first line
 * @param connectionsMax further connections are closed at once
 * @param blockingMax requests on virtual threads at the same time; further ones are answered with
 *     503
 * @param bodyTime from a request's head to its last byte; slower ones are answered with 408
 * @param idle a connection without traffic is closed, one whose peer takes nothing of what is
 *     written to it, whatever it sends meanwhile, and one that takes longer than that for the head
 *     of its next request; whatever streams must write more often
 */
public record HttpLimits(
        int bodyBytesMax,
        int headerBytesMax,
        int connectionsMax,
        int blockingMax,
        Duration bodyTime,
        Duration idle) {

    /** 1 MiB bodies, 32 KiB headers, 10,000 connections, 1,024 waiting requests. */
    public static final HttpLimits DEFAULT =
            new HttpLimits(
                    1024 * 1024,
                    32 * 1024,
                    10_000,
                    1_024,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(60));

    /** Larger bodies are read and judged on a virtual thread, whatever their route says. */
    static final int LOOP_BODY_BYTES_MAX = 64 * 1024;

    /** How long a refused caller may go on sending before the connection is cut. */
    static final Duration LINGER = Duration.ofSeconds(1);

    private static final int LARGEST_BODIES_TOGETHER = 64;

    /** All bodies that are in memory at the same time; beyond that answers are 503. */
    public long bodiesBytesMax() {
        return (long) LARGEST_BODIES_TOGETHER * bodyBytesMax;
    }
}
