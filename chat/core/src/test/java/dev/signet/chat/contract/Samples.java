package dev.signet.chat.contract;

import dev.signet.chat.id.Ids;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.run.IdempotencyKey;
import dev.signet.chat.run.NewRun;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunMachine;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import dev.signet.chat.thread.Title;
import dev.signet.testkit.MovableClock;
import java.security.SecureRandom;
import java.util.Optional;

/** Makes what the contracts of stores put in. */
public final class Samples {
    public static final UserId ALICE = new UserId("usr_alice");
    public static final UserId MALLORY = new UserId("usr_mallory");
    private static final NewRun.Bounds BOUNDS = new NewRun.Bounds(100, 100);

    private final MovableClock clock = MovableClock.at(Login.NOW);
    private final Ids ids = new Ids(new SecureRandom());

    public MovableClock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }

    public ChatThread thread(UserId owner) {
        return ChatThread.begin(ids.thread(), owner, new Title("A thread"), clock.instant());
    }

    /** A run that has started, and no more. */
    public Started run(UserId owner, ThreadId thread) {
        RunMachine.Start start = new RunMachine.Start(ids.run(), thread, owner, "assistant");
        RunMachine machine = RunMachine.begin(start, clock, ids::event);
        return new Started(machine, machine.start("What is new?"));
    }

    /** A run at work, and its first event. */
    public record Started(RunMachine machine, RunEvent first) {}

    public Message question(UserId owner, ThreadId thread, RunId run, String text) {
        return message(owner, thread, run, Message.Role.USER, text);
    }

    public Message answer(RunMachine machine) {
        return message(
                machine.run().owner(),
                machine.run().threadId(),
                machine.run().id(),
                Message.Role.ASSISTANT,
                machine.answer());
    }

    private Message message(
            UserId owner, ThreadId thread, RunId run, Message.Role role, String text) {
        return new Message(
                ids.message(), thread, owner, role, text, Optional.of(run), clock.instant());
    }

    /** The beginning of a run in a thread that is there already. */
    public NewRun inThread(Started started) {
        return beginning(started, Optional.empty(), Optional.empty(), BOUNDS);
    }

    public NewRun inThread(Started started, IdempotencyKey key) {
        return beginning(started, Optional.empty(), Optional.of(key), BOUNDS);
    }

    public NewRun inThread(Started started, NewRun.Bounds bounds) {
        return beginning(started, Optional.empty(), Optional.empty(), bounds);
    }

    /** The beginning of a run that brings its thread. */
    public NewRun withThread(Started started, ChatThread thread, NewRun.Bounds bounds) {
        return beginning(started, Optional.of(thread), Optional.empty(), bounds);
    }

    public NewRun withThread(Started started, ChatThread thread) {
        return withThread(started, thread, BOUNDS);
    }

    private NewRun beginning(
            Started started,
            Optional<ChatThread> thread,
            Optional<IdempotencyKey> key,
            NewRun.Bounds bounds) {
        var run = started.machine().run();
        Message question = question(run.owner(), run.threadId(), run.id(), "What is new?");
        return new NewRun(run, question, started.first(), thread, key, bounds);
    }
}
