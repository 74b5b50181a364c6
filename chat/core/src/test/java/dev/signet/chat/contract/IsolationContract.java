package dev.signet.chat.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.AgentRun;
import dev.signet.chat.id.RunId;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import dev.signet.chat.workspace.StartOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many users at the same time, over any store: each gets all of their own events and no other. */
public interface IsolationContract {
    int USERS = 100;
    int RUNS_EACH = 10;

    Stores emptyStores();

    @Test
    default void no_event_reaches_another_user_and_none_is_missing() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("isolation seed=" + seed);
        Random random = new Random(seed);
        Stores stores = emptyStores();
        Backend backend =
                new Backend(stores.threads(), stores.runs(), ChatLimits.standard())
                        .with(IsolationContract::sayTheCanary);
        Map<Integer, RecordingSink> sinks = new HashMap<>();
        for (int user = 0; user < USERS; user++) {
            sinks.put(user, backend.connect(login(user)));
        }

        Map<RunId, Integer> owners = askAll(backend, random);

        for (int user = 0; user < USERS; user++) {
            List<RunEvent> events = sinks.get(user).awaitEnds(RUNS_EACH);
            assertOnlyOwn(user, events, owners);
            assertCompleteAndInOrder(events);
        }
    }

    private static Login login(int user) {
        return Login.of("user" + user);
    }

    /** A word that no other user's text contains. */
    private static String canary(String userId) {
        return "canary-" + userId + "-canary";
    }

    /**
     * All users ask at random times of each other; a user's own questions wait for a free place.
     */
    private static Map<RunId, Integer> askAll(Backend backend, Random random) throws Exception {
        List<Callable<Map.Entry<RunId, Integer>>> questions = new ArrayList<>();
        for (int user = 0; user < USERS; user++) {
            for (int i = 0; i < RUNS_EACH; i++) {
                int owner = user;
                questions.add(() -> Map.entry(ask(backend, login(owner)).id(), owner));
            }
        }
        Collections.shuffle(questions, random);
        Map<RunId, Integer> owners = new HashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Map.Entry<RunId, Integer>> asked : threads.invokeAll(questions)) {
                owners.put(asked.get().getKey(), asked.get().getValue());
            }
        }
        return owners;
    }

    private static Run ask(Backend backend, Login login) {
        while (true) {
            if (backend.start(login, canary(login.user()))
                    instanceof StartOutcome.Started(var run)) {
                return run;
            }
            Thread.onSpinWait();
            Thread.yield();
        }
    }

    private static void sayTheCanary(AgentRun run) throws InterruptedException {
        String word = canary(run.context().userId().value());
        run.think(word + " from " + run.task().text());
        run.use("who_am_i", Map.of());
        run.answer(word);
        run.use("explain_token", Map.of());
        run.answer(" again " + word);
    }

    private static void assertOnlyOwn(int user, List<RunEvent> events, Map<RunId, Integer> owners) {
        String own = canary(login(user).user());
        assertThat(events)
                .allSatisfy(event -> {
                    assertThat(event.userId().value()).isEqualTo(login(user).user());
                    assertThat(owners).containsEntry(event.runId(), user);
                    String text = event.envelope().toString();
                    assertThat(text.replace(own, "")).doesNotContain("canary-");
                });
    }

    private static void assertCompleteAndInOrder(List<RunEvent> events) {
        Map<RunId, List<RunEvent>> byRun = new HashMap<>();
        events.forEach(e -> byRun.computeIfAbsent(e.runId(), _ -> new ArrayList<>()).add(e));
        assertThat(byRun).hasSize(RUNS_EACH);
        assertThat(byRun.values())
                .allSatisfy(run -> {
                    assertThat(run)
                            .extracting(event -> event.type().wire())
                            .containsExactly(
                                    "agent_started",
                                    "agent_thinking",
                                    "tool_executing",
                                    "tool_completed",
                                    "answer_delta",
                                    "tool_executing",
                                    "tool_completed",
                                    "answer_delta",
                                    "agent_completed");
                    assertThat(run)
                            .extracting(RunEvent::seq)
                            .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
                });
    }
}
