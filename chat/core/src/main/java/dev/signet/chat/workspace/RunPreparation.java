package dev.signet.chat.workspace;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.Supervisor;
import dev.signet.chat.agent.Task;
import dev.signet.chat.id.Ids;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.NewRun;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunMachine;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import dev.signet.chat.thread.ThreadStore;
import dev.signet.chat.thread.Title;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes of a request what is stored when its run begins. */
final class RunPreparation {

    private final ThreadStore threads;
    private final Supervisor supervisor;
    private final ChatLimits limits;
    private final InstantSource clock;
    private final Ids ids;

    RunPreparation(
            ThreadStore threads,
            Supervisor supervisor,
            ChatLimits limits,
            InstantSource clock,
            Ids ids) {
        this.threads = threads;
        this.supervisor = supervisor;
        this.limits = limits;
        this.clock = clock;
        this.ids = ids;
    }

    PreparedRun prepare(RunId id, UserContext context, ChatRequest request) {
        Instant now = clock.instant();
        Optional<ChatThread> newThread =
                request.threadId().isPresent()
                        ? Optional.empty()
                        : Optional.of(newThread(context, request, now));
        ThreadId threadId = request.threadId().orElseGet(() -> newThread.orElseThrow().id());
        Task task = new Task(request.text(), history(context, request));
        Agent agent = supervisor.pick(task);
        RunMachine machine =
                RunMachine.begin(
                        new RunMachine.Start(id, threadId, context.userId(), agent.name()),
                        clock,
                        ids::event);
        RunEvent started = machine.start(request.text());
        Message question =
                new Message(
                        ids.message(),
                        threadId,
                        context.userId(),
                        Message.Role.USER,
                        request.text(),
                        Optional.of(id),
                        now);
        NewRun.Bounds bounds =
                new NewRun.Bounds(
                        limits.stored().threadsPerUser(), limits.stored().runsPerThread());
        NewRun newRun =
                new NewRun(machine.run(), question, started, newThread, request.key(), bounds);
        return new PreparedRun(machine, agent, task, newRun);
    }

    private ChatThread newThread(UserContext context, ChatRequest request, Instant now) {
        Title title = Title.fromText(request.text());
        return ChatThread.begin(ids.thread(), context.userId(), title, now);
    }

    /** A thread that is not the user's has no history here, and the store will refuse it. */
    private List<Message> history(UserContext context, ChatRequest request) {
        int newest = limits.model().historyMessages();
        return request.threadId()
                .map(id -> threads.messages(context.userId(), id, newest))
                .orElse(List.of());
    }
}
