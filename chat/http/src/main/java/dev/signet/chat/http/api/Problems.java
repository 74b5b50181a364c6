package dev.signet.chat.http.api;

import dev.signet.chat.workspace.StartOutcome;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;

/** Why something was not done. */
final class Problems {

    private Problems() {}

    /** What is somebody else's is as absent as what never was. */
    static Answer notFound(String what) {
        return Answer.refusal(Problem.of(404, "not_found", "You have no such " + what + "."));
    }

    static Answer authorityAway() {
        return Answer.refusal(Problem.unavailable("The authority does not answer.", 2));
    }

    static Answer tooManyThreads() {
        return Answer.refusal(of(StartOutcome.Cause.TOO_MANY_THREADS));
    }

    static Problem of(StartOutcome.Cause cause) {
        return switch (cause) {
            case TEXT_EMPTY -> Problem.of(400, cause.code(), "The message is empty.");
            case TEXT_TOO_LONG -> Problem.of(413, cause.code(), "The message is too long.");
            case KEY_REUSED ->
                    Problem.of(
                                    422,
                                    cause.code(),
                                    "This idempotency key belongs to another message already.")
                            .withAction("Make a new key for each message.");
            case TOO_MANY_RUNS ->
                    Problem.of(
                                    429,
                                    cause.code(),
                                    "Too many of your messages are being answered already.")
                            .withHeader("Retry-After", "5");
            case TOO_MANY_THREADS ->
                    Problem.of(409, cause.code(), "You have the maximum number of conversations.")
                            .withAction("Delete a conversation first.");
            case THREAD_FULL ->
                    Problem.of(409, cause.code(), "This conversation is full.")
                            .withAction("Start a new conversation.");
            case BUSY, SHUTTING_DOWN -> busy(cause);
        };
    }

    private static Problem busy(StartOutcome.Cause cause) {
        return Problem.of(503, cause.code(), "This cannot be answered right now.")
                .withAction("Try again after the time in Retry-After.")
                .withHeader("Retry-After", "5");
    }
}
