package dev.signet.chat.sql;

import dev.signet.chat.ChatLimits;
import java.time.Duration;

/** Bounds for tests: the standard ones but for what a test is about. */
final class Limits {
    private static final ChatLimits STANDARD = ChatLimits.standard();

    private Limits() {}

    static ChatLimits running(int perUser, int all, int events, Duration runTime, Duration drain) {
        return new ChatLimits(
                STANDARD.texts(),
                STANDARD.stored(),
                new ChatLimits.Running(
                        perUser, all, events, runTime, STANDARD.running().withoutVerdict(), drain),
                STANDARD.delivery(),
                STANDARD.model());
    }

    static ChatLimits delivery(int perUser, int all, int outbox, int page) {
        return new ChatLimits(
                STANDARD.texts(),
                STANDARD.stored(),
                STANDARD.running(),
                new ChatLimits.Delivery(perUser, all, outbox, page),
                STANDARD.model());
    }

    static ChatLimits stored(int threads, int runsPerThread) {
        return new ChatLimits(
                STANDARD.texts(),
                new ChatLimits.Stored(threads, runsPerThread, 3, 3),
                STANDARD.running(),
                STANDARD.delivery(),
                STANDARD.model());
    }

    static ChatLimits texts(int message, int answer, int thinking) {
        return new ChatLimits(
                new ChatLimits.Texts(message, answer, thinking, 1_000, 1_000),
                STANDARD.stored(),
                STANDARD.running(),
                STANDARD.delivery(),
                STANDARD.model());
    }
}
