package dev.signet.chat.contract;

import dev.signet.chat.ChatUnavailableException;
import dev.signet.chat.id.RunId;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.id.UserId;
import dev.signet.chat.run.IdempotencyKey;
import dev.signet.chat.run.NewRun;
import dev.signet.chat.run.NewRunOutcome;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import dev.signet.chat.thread.ThreadStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Threads, messages, runs and events in memory, and a store that a test can break. */
public final class MemoryStores implements ThreadStore, RunStore {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ThreadId, ChatThread> threads = new LinkedHashMap<>();
    private final Map<RunId, Kept> runs = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();
    private volatile boolean broken;

    private static final class Kept {
        private Run run;
        private final Optional<IdempotencyKey> key;
        private final List<RunEvent> events = new ArrayList<>();

        Kept(Run run, Optional<IdempotencyKey> key) {
            this.run = run;
            this.key = key;
        }
    }

    /** From now on nothing can be written. */
    public void breakDown() {
        broken = true;
    }

    public void repair() {
        broken = false;
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private <T> T written(Supplier<T> action) {
        if (broken) {
            throw new ChatUnavailableException("disk full", new IllegalStateException("test"));
        }
        return locked(action);
    }

    @Override
    public boolean add(ChatThread thread, int threadsMax) {
        return written(() -> addNow(thread, threadsMax));
    }

    private boolean addNow(ChatThread thread, int threadsMax) {
        long count =
                threads.values().stream().filter(t -> t.owner().equals(thread.owner())).count();
        if (count >= threadsMax) {
            return false;
        }
        threads.put(thread.id(), thread);
        return true;
    }

    @Override
    public Optional<ChatThread> thread(UserId owner, ThreadId id) {
        return locked(
                () -> Optional.ofNullable(threads.get(id)).filter(t -> t.owner().equals(owner)));
    }

    @Override
    public List<ChatThread> threads(UserId owner) {
        Comparator<ChatThread> newestFirst =
                Comparator.comparing(ChatThread::updatedAt)
                        .thenComparing(ChatThread::createdAt)
                        .reversed();
        return locked(() ->
                threads.values().stream()
                        .filter(t -> t.owner().equals(owner))
                        .sorted(newestFirst)
                        .toList());
    }

    @Override
    public boolean remove(UserId owner, ThreadId id) {
        return written(() -> {
            if (thread(owner, id).isEmpty()) {
                return false;
            }
            threads.remove(id);
            messages.removeIf(m -> m.threadId().equals(id));
            runs.values().removeIf(kept -> kept.run.threadId().equals(id));
            return true;
        });
    }

    @Override
    public List<Message> messages(UserId owner, ThreadId id, int newest) {
        return locked(() ->
                last(
                        messages.stream()
                                .filter(m -> m.owner().equals(owner))
                                .filter(m -> m.threadId().equals(id))
                                .toList(),
                        newest));
    }

    private static <T> List<T> last(List<T> all, int newest) {
        return List.copyOf(all.subList(Math.max(0, all.size() - newest), all.size()));
    }

    @Override
    public NewRunOutcome begin(NewRun beginning) {
        return written(() -> beginNow(beginning));
    }

    private NewRunOutcome beginNow(NewRun beginning) {
        Run run = beginning.run();
        Optional<Run> before = beginning.key().flatMap(key -> run(run.owner(), key));
        if (before.isPresent()) {
            return new NewRunOutcome.Repeated(before.get());
        }
        if (beginning.newThread().isPresent()
                && !addNow(beginning.newThread().get(), beginning.bounds().threadsPerUser())) {
            return new NewRunOutcome.TooManyThreads();
        }
        if (thread(run.owner(), run.threadId()).isEmpty()) {
            return new NewRunOutcome.NoSuchThread();
        }
        if (runs(run.owner(), run.threadId(), Integer.MAX_VALUE).size()
                >= beginning.bounds().runsPerThread()) {
            return new NewRunOutcome.ThreadFull();
        }
        Kept kept = new Kept(run, beginning.key());
        kept.events.add(beginning.started());
        runs.put(run.id(), kept);
        addMessage(beginning.question());
        return new NewRunOutcome.Stored();
    }

    private void addMessage(Message message) {
        messages.add(message);
        threads.computeIfPresent(message.threadId(), (_, t) -> usedAt(t, message.createdAt()));
    }

    private static ChatThread usedAt(ChatThread t, Instant at) {
        Instant updated = at.isAfter(t.updatedAt()) ? at : t.updatedAt();
        return new ChatThread(t.id(), t.owner(), t.title(), t.createdAt(), updated);
    }

    @Override
    public Optional<Run> run(UserId owner, IdempotencyKey key) {
        return locked(() ->
                runs.values().stream()
                        .filter(kept -> kept.run.owner().equals(owner))
                        .filter(kept -> kept.key.filter(key::equals).isPresent())
                        .map(kept -> kept.run)
                        .findFirst());
    }

    @Override
    public Optional<Run> run(UserId owner, RunId id) {
        return locked(() -> Optional.ofNullable(kept(owner, id)).map(kept -> kept.run));
    }

    private @Nullable Kept kept(UserId owner, RunId id) {
        Kept kept = runs.get(id);
        return kept != null && kept.run.owner().equals(owner) ? kept : null;
    }

    @Override
    public List<Run> runs(UserId owner, ThreadId thread, int newest) {
        return locked(() ->
                last(
                        runs.values().stream()
                                .map(kept -> kept.run)
                                .filter(r -> r.owner().equals(owner))
                                .filter(r -> r.threadId().equals(thread))
                                .toList(),
                        newest));
    }

    @Override
    public List<RunEvent> events(UserId owner, RunId id, long afterSeq, int max) {
        return locked(() -> {
            Kept kept = kept(owner, id);
            return kept == null
                    ? List.of()
                    : kept.events.stream().filter(e -> e.seq() > afterSeq).limit(max).toList();
        });
    }

    @Override
    public boolean append(Run run, List<RunEvent> events) {
        return written(() -> appendNow(run, events));
    }

    private boolean appendNow(Run run, List<RunEvent> events) {
        Kept kept = kept(run.owner(), run.id());
        boolean fits =
                kept != null
                        && !kept.run.state().ended()
                        && kept.run.lastSeq() == events.getFirst().seq() - 1;
        if (!fits) {
            return false;
        }
        kept.run = run;
        kept.events.addAll(events);
        return true;
    }

    @Override
    public boolean append(Run run, List<RunEvent> events, Message answer) {
        return written(() -> {
            boolean appended = appendNow(run, events);
            if (appended) {
                addMessage(answer);
            }
            return appended;
        });
    }

    @Override
    public List<Run> unfinished(int max) {
        return locked(() ->
                runs.values().stream()
                        .map(kept -> kept.run)
                        .filter(run -> !run.state().ended())
                        .sorted(Comparator.comparing(Run::createdAt))
                        .limit(max)
                        .toList());
    }
}
