package dev.signet.chat.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.chat.id.Ids;
import dev.signet.chat.id.UserId;
import dev.signet.testkit.MovableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RunMachineTest {
    private final Ids ids = new Ids(new SecureRandom());
    private final MovableClock clock = MovableClock.start();

    private RunMachine fresh() {
        RunMachine.Start start =
                new RunMachine.Start(ids.run(), ids.thread(), new UserId("usr_ada"), "assistant");
        return RunMachine.begin(start, clock, ids::event);
    }

    @Test
    void whatever_is_tried_the_events_stay_in_order_and_end_once() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 2_000; round++) {
            RunMachine machine = fresh();
            List<RunEvent> events = new ArrayList<>();
            for (int step = 0; step < 30; step++) {
                long before = machine.run().lastSeq();
                try {
                    events.addAll(randomStep(machine, random));
                } catch (IllegalStateException e) {
                    assertThat(machine.run().lastSeq()).as("seed " + seed).isEqualTo(before);
                }
            }
            requireOrder(events, "seed " + seed);
            assertThat(machine.run().lastSeq()).isEqualTo(events.size());
        }
    }

    private List<RunEvent> randomStep(RunMachine machine, Random random) {
        return switch (random.nextInt(14)) {
            case 0, 1 -> List.of(machine.start("task"));
            case 2, 3 -> List.of(machine.think("thought"));
            case 4, 5 -> List.of(machine.beginTool(ids.toolCall(), "tool", Map.of()));
            case 6, 7, 8 -> List.of(machine.endTool(random.nextBoolean(), Map.of("n", 1L)));
            case 9, 10 -> List.of(machine.answer("piece "));
            case 11 -> List.of(machine.complete());
            case 12 -> machine.fail(Failure.interrupted(), "sup_1");
            default -> machine.stop(StopReason.USER);
        };
    }

    private static void requireOrder(List<RunEvent> events, String seed) {
        assertThat(events.stream().mapToLong(RunEvent::seq).toArray())
                .as(seed)
                .isEqualTo(LongStream.rangeClosed(1, events.size()).toArray());
        if (events.isEmpty()) {
            return;
        }
        assertThat(events.getFirst().type()).as(seed).isEqualTo(EventType.AGENT_STARTED);
        long ends = events.stream().filter(RunEvent::terminal).count();
        assertThat(ends).as(seed).isEqualTo(events.getLast().terminal() ? 1 : 0);
        requirePairs(events, seed);
    }

    /** Right after a tool begins it ends, with its own name. */
    private static void requirePairs(List<RunEvent> events, String seed) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).payload() instanceof Payload.ToolExecuting begun) {
                if (i + 1 < events.size()) {
                    assertThat(events.get(i + 1).payload())
                            .as(seed)
                            .isInstanceOfSatisfying(
                                    Payload.ToolCompleted.class,
                                    ended ->
                                            assertThat(ended.toolCallId())
                                                    .isEqualTo(begun.toolCallId()));
                }
            }
        }
        long begun = events.stream().filter(e -> e.type() == EventType.TOOL_EXECUTING).count();
        long ended = events.stream().filter(e -> e.type() == EventType.TOOL_COMPLETED).count();
        boolean open = events.getLast().type() == EventType.TOOL_EXECUTING;
        assertThat(ended).as(seed).isEqualTo(open ? begun - 1 : begun);
    }

    @Test
    void a_stop_in_the_middle_of_a_tool_ends_the_tool_first() {
        RunMachine machine = fresh();
        machine.start("task");
        machine.beginTool("call_1", "list_sessions", Map.of());

        List<RunEvent> events = machine.stop(StopReason.USER);

        assertThat(events)
                .extracting(RunEvent::type)
                .containsExactly(EventType.TOOL_COMPLETED, EventType.AGENT_STOPPED);
        assertThat(events.getFirst().payload())
                .isInstanceOfSatisfying(
                        Payload.ToolCompleted.class,
                        tool -> {
                            assertThat(tool.ok()).isFalse();
                            assertThat(tool.result()).containsEntry("code", "user");
                        });
    }

    @Test
    void the_answer_is_all_its_pieces() {
        RunMachine machine = fresh();
        machine.start("task");
        machine.answer("You are ");
        machine.answer("Ada.");
        clock.advance(Duration.ofMillis(1_500));

        assertThat(machine.complete().payload())
                .isEqualTo(new Payload.AgentCompleted("You are Ada.", 1_500));
        assertThat(machine.run().state()).isEqualTo(RunState.COMPLETED);
        assertThat(machine.run().endedAt()).contains(clock.instant());
    }

    @Test
    void nothing_follows_the_end() {
        RunMachine machine = fresh();
        machine.start("task");
        machine.stop(StopReason.SHUTDOWN);

        assertThatThrownBy(() -> machine.think("more")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> machine.stop(StopReason.USER))
                .isInstanceOf(IllegalStateException.class);
        assertThat(machine.run().lastSeq()).isEqualTo(2);
    }

    @Test
    void a_run_without_an_answer_does_not_complete() {
        RunMachine machine = fresh();
        machine.start("task");

        assertThatThrownBy(machine::complete).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_restored_run_goes_on_where_its_events_stop() {
        RunMachine machine = fresh();
        List<RunEvent> stored = new ArrayList<>();
        stored.add(machine.start("task"));
        stored.add(machine.answer("half"));
        stored.add(machine.beginTool("call_1", "who_am_i", Map.of()));

        RunMachine restored = RunMachine.restore(machine.run(), stored, clock, ids::event);
        List<RunEvent> end = restored.fail(Failure.interrupted(), "sup_1");

        assertThat(restored.answer()).isEqualTo("half");
        assertThat(end).extracting(RunEvent::seq).containsExactly(4L, 5L);
        assertThat(end)
                .extracting(RunEvent::type)
                .containsExactly(EventType.TOOL_COMPLETED, EventType.AGENT_FAILED);
    }
}
