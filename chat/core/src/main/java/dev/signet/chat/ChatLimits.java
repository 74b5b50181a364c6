package dev.signet.chat;

import java.time.Duration;

/**
 * The bounds of the chat backend: what one user may store, how much runs at the same time, and how
 * far a reader may fall behind.
 */
public record ChatLimits(
        Texts texts, Stored stored, Running running, Delivery delivery, Model model) {

    /** The bounds of a production node. */
    public static ChatLimits standard() {
        return new ChatLimits(
                Texts.standard(),
                Stored.standard(),
                Running.standard(),
                Delivery.standard(),
                Model.standard());
    }

    /** The same with another time for one request to a model. */
    public ChatLimits withModelTimeout(Duration timeout) {
        return new ChatLimits(texts, stored, running, delivery, model.within(timeout));
    }

    /**
     * Sizes in UTF-8 bytes.
     *
     * @param messageBytes one message of a user
     * @param answerBytes the whole answer of one run
     * @param thinkingBytes the text of one {@code agent_thinking}
     * @param toolArgumentBytes the arguments of one tool call
     * @param toolResultBytes the result of one tool call
     */
    public record Texts(
            int messageBytes,
            int answerBytes,
            int thinkingBytes,
            int toolArgumentBytes,
            int toolResultBytes) {

        public Texts {
            requirePositive(messageBytes, answerBytes, thinkingBytes);
            requirePositive(toolArgumentBytes, toolResultBytes);
        }

        public static Texts standard() {
            return new Texts(16 * 1024, 32 * 1024, 4 * 1024, 4 * 1024, 32 * 1024);
        }
    }

    /**
     * What one user may have stored, and how much of it one answer lists.
     *
     * @param threadsPerUser a further thread is refused
     * @param runsPerThread a further run in that thread is refused
     * @param messagesListed the newest messages of a thread that are read at once
     * @param runsListed the newest runs of a thread that are read at once
     */
    public record Stored(
            int threadsPerUser, int runsPerThread, int messagesListed, int runsListed) {

        public Stored {
            requirePositive(threadsPerUser, runsPerThread, messagesListed, runsListed);
        }

        public static Stored standard() {
            return new Stored(500, 1_000, 200, 200);
        }
    }

    /**
     * What may run at the same time, and for how long.
     *
     * @param runsPerUser a further run of the same user is refused
     * @param runs a further run of anybody is refused
     * @param eventsPerRun reaching it fails the run; the end of a run always has room
     * @param runTime a run that lasts longer fails
     * @param withoutVerdict how long a run goes on while nobody can say whether its token is still
     *     good
     * @param drain how long a shutdown waits for runs and connections
     */
    public record Running(
            int runsPerUser,
            int runs,
            int eventsPerRun,
            Duration runTime,
            Duration withoutVerdict,
            Duration drain) {
        private static final int EVENTS_MIN = 4;

        public Running {
            requirePositive(runsPerUser, runs);
            requirePositive(runTime);
            requirePositive(withoutVerdict);
            if (eventsPerRun < EVENTS_MIN || drain.isNegative()) {
                throw new IllegalArgumentException("running: too few events or a negative drain");
            }
        }

        public static Running standard() {
            return new Running(
                    8,
                    512,
                    2_000,
                    Duration.ofMinutes(3),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(5));
        }
    }

    /**
     * How events reach readers.
     *
     * @param connectionsPerUser a further connection of the same user is refused
     * @param connections a further connection of anybody is refused
     * @param outbox events waiting for one reader; one more and the reader is disconnected
     * @param page events that are read from the store at once
     */
    public record Delivery(int connectionsPerUser, int connections, int outbox, int page) {

        public Delivery {
            requirePositive(connectionsPerUser, connections, outbox, page);
        }

        public static Delivery standard() {
            return new Delivery(16, 10_000, 256, 200);
        }
    }

    /**
     * What one run may ask of a language model.
     *
     * @param rounds requests of one run; tools are offered in all but the last
     * @param callsPerRound tool calls in one answer of the model
     * @param historyMessages messages of the thread that a question is given along with
     * @param historyBytes of these messages together
     * @param timeout for one request until its last piece
     */
    public record Model(
            int rounds,
            int callsPerRound,
            int historyMessages,
            int historyBytes,
            Duration timeout) {

        public Model {
            requirePositive(rounds, callsPerRound, historyMessages, historyBytes);
            requirePositive(timeout);
        }

        public static Model standard() {
            return new Model(6, 8, 20, 32 * 1024, Duration.ofSeconds(60));
        }

        Model within(Duration other) {
            return new Model(rounds, callsPerRound, historyMessages, historyBytes, other);
        }
    }

    private static void requirePositive(int... bounds) {
        for (int bound : bounds) {
            if (bound < 1) {
                throw new IllegalArgumentException("a bound is at least 1, not " + bound);
            }
        }
    }

    private static void requirePositive(Duration bound) {
        if (!bound.isPositive()) {
            throw new IllegalArgumentException("a bound in time is positive, not " + bound);
        }
    }
}
