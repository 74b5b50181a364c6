package dev.signet.chat.workspace;

import dev.signet.chat.agent.Agent;
import dev.signet.chat.agent.Task;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.run.NewRun;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunMachine;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import dev.signet.chat.thread.Title;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A run with its agent and its first event, ready to be stored. */
record PreparedRun(RunMachine machine, Agent agent, Task task, NewRun newRun) {
    static PreparedRun of(RunId id, UserContext context, ChatRequest request, ChatParts parts) {
        Instant now = parts.clock().instant();
        Optional<ChatThread> newThread =
                request.threadId().isPresent()
                        ? Optional.empty()
                        : Optional.of(newThread(context, request, parts, now));
        ThreadId threadId = request.threadId().orElseGet(() -> newThread.orElseThrow().id());
        Task task = new Task(request.text(), history(context, request, parts));
        Agent agent = parts.supervisor().pick(task);
        RunMachine machine =
                RunMachine.begin(
                        new RunMachine.Start(id, threadId, context.userId(), agent.name()),
                        parts.clock(),
                        parts.ids()::event);
        RunEvent started = machine.start(request.text());
        Message question =
                new Message(
                        parts.ids().message(),
                        threadId,
                        context.userId(),
                        Message.Role.USER,
                        request.text(),
                        Optional.of(id),
                        now);
        NewRun.Bounds bounds =
                new NewRun.Bounds(
                        parts.limits().stored().threadsPerUser(),
                        parts.limits().stored().runsPerThread());
        NewRun newRun =
                new NewRun(machine.run(), question, started, newThread, request.key(), bounds);
        return new PreparedRun(machine, agent, task, newRun);
    }

    private static ChatThread newThread(
            UserContext context, ChatRequest request, ChatParts parts, Instant now) {
        Title title = Title.fromText(request.text());
        return ChatThread.begin(parts.ids().thread(), context.userId(), title, now);
    }

    /** A thread that is not the user's has no history here, and the store will refuse it. */
    private static List<Message> history(
            UserContext context, ChatRequest request, ChatParts parts) {
        int newest = parts.limits().model().historyMessages();
        return request.threadId()
                .map(id -> parts.threads().messages(context.userId(), id, newest))
                .orElse(List.of());
    }
}
