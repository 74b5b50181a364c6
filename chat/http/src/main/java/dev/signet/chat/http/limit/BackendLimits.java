package dev.signet.chat.http.limit;

import java.time.Duration;

/** The bounds of everything between the network and the chat core. */
public record BackendLimits(
        Sockets sockets, Streams streams, SignIn signIn, Calls calls, Model model) {

    /** Revocations whose runs and browser logins are yet to end. */
    public static final int REVOCATIONS_WAITING = 10_000;

    /** How long a shutdown waits for the last close frames. */
    public static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    /** How often expired browser logins are forgotten. */
    public static final Duration TIDY_EVERY = Duration.ofHours(1);

    /** How often runs are looked for that nobody works on any more. */
    public static final Duration RECOVER_EVERY = Duration.ofMinutes(1);

    /** The bounds of a production node. */
    public static BackendLimits standard() {
        return new BackendLimits(
                Sockets.standard(),
                Streams.standard(),
                SignIn.standard(),
                Calls.standard(),
                Model.standard());
    }

    /** The same with other bounds on sockets. */
    public BackendLimits with(Sockets other) {
        return new BackendLimits(other, streams, signIn, calls, model);
    }

    /** The same with other bounds on streams. */
    public BackendLimits with(Streams other) {
        return new BackendLimits(sockets, other, signIn, calls, model);
    }

    /** The same with other bounds on sign-in. */
    public BackendLimits with(SignIn other) {
        return new BackendLimits(sockets, streams, other, calls, model);
    }

    /**
     * WebSockets.
     *
     * @param open sockets at the same time, those that wait for a credential included; further ones
     *     are answered 429
     * @param unauthenticated of these, how many may wait for a credential
     * @param messageBytes one message, whatever its frames; a larger one closes with 1009
     * @param messageBurst messages that may come at once; more close with 4429
     * @param messageEvery time until one spent message is allowed again
     * @param pingEvery how often the peer is asked for a sign of life
     * @param silence a peer that gives no sign of life for this long is gone
     * @param writePatience how long one write waits for a peer without room
     * @param sweepEvery how often every login behind a socket or a stream is judged again, beside
     *     the revocation feed
     */
    public record Sockets(
            int open,
            int unauthenticated,
            int messageBytes,
            int messageBurst,
            Duration messageEvery,
            Duration pingEvery,
            Duration silence,
            Duration writePatience,
            Duration sweepEvery) {

        /** What the contract names. */
        public static final int MESSAGE_BYTES = 64 * 1024;

        /** Frames of all kinds that may come for each message that may. */
        public static final int FRAMES_PER_MESSAGE = 16;

        public Sockets {
            requirePositive(open, unauthenticated, messageBytes, messageBurst);
            requirePositive(messageEvery, pingEvery, silence, writePatience, sweepEvery);
        }

        public static Sockets standard() {
            return new Sockets(
                    10_000,
                    512,
                    MESSAGE_BYTES,
                    64,
                    Duration.ofMillis(100),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10));
        }

        /** The same with another number of sockets. */
        public Sockets withOpen(int all, int withoutName) {
            return new Sockets(
                    all,
                    withoutName,
                    messageBytes,
                    messageBurst,
                    messageEvery,
                    pingEvery,
                    silence,
                    writePatience,
                    sweepEvery);
        }

        /** The same with another rate of messages. */
        public Sockets withRate(int burst, Duration every) {
            return new Sockets(
                    open,
                    unauthenticated,
                    messageBytes,
                    burst,
                    every,
                    pingEvery,
                    silence,
                    writePatience,
                    sweepEvery);
        }

        /** The same with another patience for peers. */
        public Sockets withPatience(Duration ping, Duration silent, Duration write) {
            return new Sockets(
                    open,
                    unauthenticated,
                    messageBytes,
                    messageBurst,
                    messageEvery,
                    ping,
                    silent,
                    write,
                    sweepEvery);
        }
    }

    /**
     * Server-sent events.
     *
     * @param heartbeat how often a comment is sent on a stream without events
     * @param writePatience how long one write waits for a peer without room
     * @param listBytes about how much one JSON list of events holds
     */
    public record Streams(Duration heartbeat, Duration writePatience, int listBytes) {

        public Streams {
            requirePositive(heartbeat, writePatience);
            requirePositive(listBytes);
        }

        public static Streams standard() {
            return new Streams(Duration.ofSeconds(15), Duration.ofSeconds(10), 1024 * 1024);
        }
    }

    /**
     * Browser logins.
     *
     * @param attempts sign-ins on their way at the same time; the eldest gives way
     * @param attemptLife from {@code /login} to {@code /callback}
     * @param sessionLife of a web session, however much it is used
     * @param refreshAhead how long before its end an access token is refreshed; at most half of its
     *     life
     * @param touchEvery how often the use of a web session is noted
     */
    public record SignIn(
            int attempts,
            Duration attemptLife,
            Duration sessionLife,
            Duration refreshAhead,
            Duration touchEvery) {

        public SignIn {
            requirePositive(attempts);
            requirePositive(attemptLife, sessionLife, refreshAhead, touchEvery);
        }

        public static SignIn standard() {
            return new SignIn(
                    10_000,
                    Duration.ofMinutes(10),
                    Duration.ofDays(30),
                    Duration.ofSeconds(90),
                    Duration.ofMinutes(1));
        }
    }

    /**
     * Calls of the authority.
     *
     * @param timeout for one call, from connecting to the last byte
     * @param answerBytes the largest answer that is read
     */
    public record Calls(Duration timeout, int answerBytes) {

        public Calls {
            requirePositive(timeout);
            requirePositive(answerBytes);
        }

        public static Calls standard() {
            return new Calls(Duration.ofSeconds(5), 256 * 1024);
        }
    }

    /**
     * One exchange with a language model, beside the time that the asker sets for it.
     *
     * @param connect until a connection stands
     * @param answerBytes of the streamed answer with all its framing
     * @param errorBytes of an error's body; the rest is not read
     * @param tokens how long an answer the model is asked for
     */
    public record Model(Duration connect, int answerBytes, int errorBytes, int tokens) {

        public Model {
            requirePositive(connect);
            requirePositive(answerBytes, errorBytes, tokens);
        }

        public static Model standard() {
            return new Model(Duration.ofSeconds(5), 4 * 1024 * 1024, 4 * 1024, 2_048);
        }
    }

    private static void requirePositive(int... bounds) {
        for (int bound : bounds) {
            if (bound < 1) {
                throw new IllegalArgumentException("a bound is at least 1, not " + bound);
            }
        }
    }

    private static void requirePositive(Duration... bounds) {
        for (Duration bound : bounds) {
            if (!bound.isPositive()) {
                throw new IllegalArgumentException("a bound in time is positive, not " + bound);
            }
        }
    }
}
