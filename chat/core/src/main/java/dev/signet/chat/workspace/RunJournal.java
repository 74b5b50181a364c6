package dev.signet.chat.workspace;

import dev.signet.chat.id.Ids;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunMachine;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.Message;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps the steps of runs: each is stored, and published only then. */
final class RunJournal {

    private final RunStore runs;
    private final Consumer<RunEvent> publisher;
    private final InstantSource clock;
    private final Ids ids;

    RunJournal(RunStore runs, Consumer<RunEvent> publisher, InstantSource clock, Ids ids) {
        this.runs = runs;
        this.publisher = publisher;
        this.clock = clock;
        this.ids = ids;
    }

    /** Stores events that the machine has just made; false when the run is not stored any more. */
    boolean store(RunMachine machine, List<RunEvent> events) {
        Optional<Message> answer = answer(machine);
        return answer.isPresent()
                ? runs.append(machine.run(), events, answer.get())
                : runs.append(machine.run(), events);
    }

    void publish(RunEvent event) {
        publisher.accept(event);
    }

    private Optional<Message> answer(RunMachine machine) {
        Run run = machine.run();
        return switch (run.state()) {
            case COMPLETED ->
                    Optional.of(
                            new Message(
                                    ids.message(),
                                    run.threadId(),
                                    run.owner(),
                                    Message.Role.ASSISTANT,
                                    machine.answer(),
                                    Optional.of(run.id()),
                                    clock.instant()));
            case RUNNING, FAILED, STOPPED -> Optional.empty();
        };
    }
}
