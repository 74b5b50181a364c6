package dev.signet.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.run.NewRunOutcome;
import dev.signet.chat.thread.ChatThread;
import dev.signet.chat.thread.Message;
import dev.signet.chat.thread.Title;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of threads promises, whatever it is made of. */
public interface ThreadStoreContract {
    Stores emptyStores();

    @Test
    default void a_thread_comes_back_as_it_was_added() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        ChatThread plain = samples.thread(Samples.ALICE);
        ChatThread thread =
                new ChatThread(
                        plain.id(),
                        plain.owner(),
                        new Title("Grüße, 世界 👋 '; DROP TABLE thread; --"),
                        plain.createdAt().plusNanos(123_456_789),
                        plain.createdAt().plusSeconds(3));

        assertThat(stores.threads().add(thread, 10)).isTrue();

        assertThat(stores.threads().thread(Samples.ALICE, thread.id())).contains(thread);
        assertThat(stores.threads().threads(Samples.ALICE)).containsExactly(thread);
    }

    @Test
    default void nobody_but_its_owner_finds_lists_or_removes_a_thread() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        ChatThread thread = samples.thread(Samples.ALICE);
        Samples.Started run = samples.run(Samples.ALICE, thread.id());
        stores.runs().begin(samples.withThread(run, thread));

        assertThat(stores.threads().thread(Samples.MALLORY, thread.id())).isEmpty();
        assertThat(stores.threads().threads(Samples.MALLORY)).isEmpty();
        assertThat(stores.threads().messages(Samples.MALLORY, thread.id(), 10)).isEmpty();
        assertThat(stores.threads().remove(Samples.MALLORY, thread.id())).isFalse();
        assertThat(stores.threads().messages(Samples.ALICE, thread.id(), 10)).hasSize(1);
    }

    @Test
    default void the_most_recently_used_thread_comes_first() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        ChatThread older = samples.thread(Samples.ALICE);
        stores.threads().add(older, 10);
        samples.clock().advance(Duration.ofSeconds(1));
        ChatThread newer = samples.thread(Samples.ALICE);
        stores.threads().add(newer, 10);
        samples.clock().advance(Duration.ofSeconds(1));
        Samples.Started run = samples.run(Samples.ALICE, older.id());

        assertThat(stores.runs().begin(samples.inThread(run)))
                .isInstanceOf(NewRunOutcome.Stored.class);

        List<ChatThread> threads = stores.threads().threads(Samples.ALICE);
        assertThat(threads).extracting(ChatThread::id).containsExactly(older.id(), newer.id());
        assertThat(threads.getFirst().updatedAt()).isEqualTo(samples.clock().instant());
        assertThat(threads.getFirst().createdAt()).isEqualTo(older.createdAt());
    }

    @Test
    default void an_owner_never_gets_more_threads_than_allowed_however_many_try() throws Exception {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        stores.threads().add(samples.thread(Samples.MALLORY), 3);
        Callable<Boolean> attempt = () -> stores.threads().add(samples.thread(Samples.ALICE), 3);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(16, attempt)))
                    .filteredOn(Future::resultNow)
                    .hasSize(3);
        }
        assertThat(stores.threads().threads(Samples.ALICE)).hasSize(3);
    }

    @Test
    default void removing_a_thread_removes_its_messages_runs_and_events() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        ChatThread thread = samples.thread(Samples.ALICE);
        Samples.Started run = samples.run(Samples.ALICE, thread.id());
        stores.runs().begin(samples.withThread(run, thread));
        var next = run.machine().think("Too late.");

        assertThat(stores.threads().remove(Samples.ALICE, thread.id())).isTrue();

        assertThat(stores.threads().remove(Samples.ALICE, thread.id())).isFalse();
        assertThat(stores.threads().thread(Samples.ALICE, thread.id())).isEmpty();
        assertThat(stores.threads().messages(Samples.ALICE, thread.id(), 10)).isEmpty();
        assertThat(stores.runs().run(Samples.ALICE, run.machine().run().id())).isEmpty();
        assertThat(stores.runs().events(Samples.ALICE, run.machine().run().id(), 0, 10)).isEmpty();
        assertThat(stores.runs().unfinished(10)).isEmpty();
        assertThat(stores.runs().append(run.machine().run(), List.of(next))).isFalse();
    }

    @Test
    default void the_newest_messages_come_oldest_first_even_of_the_same_moment() {
        Stores stores = emptyStores();
        Samples samples = new Samples();
        ChatThread thread = samples.thread(Samples.ALICE);
        stores.threads().add(thread, 10);
        for (int i = 0; i < 5; i++) {
            Samples.Started run = samples.run(Samples.ALICE, thread.id());
            stores.runs().begin(samples.inThread(run));
            var events = List.of(run.machine().answer("answer " + i), run.machine().complete());
            stores.runs().append(run.machine().run(), events, samples.answer(run.machine()));
        }

        List<Message> messages = stores.threads().messages(Samples.ALICE, thread.id(), 4);

        assertThat(messages)
                .extracting(Message::text)
                .containsExactly("What is new?", "answer 3", "What is new?", "answer 4");
        assertThat(messages.getLast().role()).isEqualTo(Message.Role.ASSISTANT);
        assertThat(messages.getLast().runId()).isPresent();
    }
}
