package dev.signet.chat.contract;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.ChatLimits.Delivery;
import dev.signet.chat.ChatLimits.Running;
import dev.signet.chat.ChatLimits.Stored;
import dev.signet.chat.ChatLimits.Texts;
import java.time.Duration;

/** The standard limits but for one, which a test can reach. */
public final class TightLimits {
    private static final ChatLimits STANDARD = ChatLimits.standard();
    private static final Running RUNNING = STANDARD.running();

    private TightLimits() {}

    public static ChatLimits messageBytes(int bytes) {
        Texts texts = STANDARD.texts();
        return with(
                new Texts(
                        bytes,
                        texts.answerBytes(),
                        texts.thinkingBytes(),
                        texts.toolArgumentBytes(),
                        texts.toolResultBytes()),
                STANDARD.stored(),
                RUNNING,
                STANDARD.delivery());
    }

    public static ChatLimits stored(int threadsPerUser, int runsPerThread) {
        Stored stored =
                new Stored(
                        threadsPerUser,
                        runsPerThread,
                        STANDARD.stored().messagesListed(),
                        STANDARD.stored().runsListed());
        return with(STANDARD.texts(), stored, RUNNING, STANDARD.delivery());
    }

    public static ChatLimits runs(int perUser, int together) {
        return running(
                new Running(
                        perUser,
                        together,
                        RUNNING.eventsPerRun(),
                        RUNNING.runTime(),
                        RUNNING.withoutVerdict(),
                        RUNNING.drain()));
    }

    public static ChatLimits eventsPerRun(int events) {
        return running(
                new Running(
                        RUNNING.runsPerUser(),
                        RUNNING.runs(),
                        events,
                        RUNNING.runTime(),
                        RUNNING.withoutVerdict(),
                        RUNNING.drain()));
    }

    public static ChatLimits runTime(Duration runTime) {
        return running(
                new Running(
                        RUNNING.runsPerUser(),
                        RUNNING.runs(),
                        RUNNING.eventsPerRun(),
                        runTime,
                        RUNNING.withoutVerdict(),
                        RUNNING.drain()));
    }

    public static ChatLimits drain(Duration drain) {
        return running(
                new Running(
                        RUNNING.runsPerUser(),
                        RUNNING.runs(),
                        RUNNING.eventsPerRun(),
                        RUNNING.runTime(),
                        RUNNING.withoutVerdict(),
                        drain));
    }

    public static ChatLimits delivery(int perUser, int together, int outbox, int page) {
        Delivery delivery = new Delivery(perUser, together, outbox, page);
        return with(STANDARD.texts(), STANDARD.stored(), RUNNING, delivery);
    }

    private static ChatLimits running(Running running) {
        return with(STANDARD.texts(), STANDARD.stored(), running, STANDARD.delivery());
    }

    private static ChatLimits with(Texts texts, Stored stored, Running running, Delivery delivery) {
        return new ChatLimits(texts, stored, running, delivery, STANDARD.model());
    }
}
