package dev.signet.chat.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.id.Ids;
import dev.signet.chat.id.UserId;
import dev.signet.testkit.MovableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is asked of a run, legal or not, its events keep to the contract. */
class RunMachinePropertyTest {
    private static final int RUNS = 2_000;
    private static final int STEPS = 30;

    private final MovableClock clock = MovableClock.start();
    private final Ids ids = new Ids(new SecureRandom());

    @Test
    void random_steps_never_break_the_order_of_events() {
        long seed = new Random().nextLong();
        System.out.println("run machine seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < RUNS; i++) {
            RunMachine machine = fresh();
            List<RunEvent> events = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                clock.advance(Duration.ofMillis(random.nextInt(5)));
                events.addAll(step(machine, random));
                assertThat(machine.run().lastSeq()).isEqualTo(events.size());
            }
            assertOrder(events);
            assertRestored(machine, events);
        }
    }

    private RunMachine fresh() {
        RunMachine.Start start =
                new RunMachine.Start(ids.run(), ids.thread(), new UserId("usr_alice"), "agent");
        return RunMachine.begin(start, clock, ids::event);
    }

    /** An illegal step throws and leaves nothing. */
    private static List<RunEvent> step(RunMachine machine, Random random) {
        Run before = machine.run();
        try {
            return switch (random.nextInt(14)) {
                case 0, 1 -> List.of(machine.start("task"));
                case 2, 3 -> List.of(machine.think("thought"));
                case 4, 5, 6 -> List.of(machine.beginTool("call", "tool", Map.of()));
                case 7, 8 -> List.of(machine.endTool(random.nextBoolean(), Map.of()));
                case 9, 10 -> List.of(machine.answer("piece"));
                case 11 -> List.of(machine.complete());
                case 12 -> machine.fail(Failure.interrupted(), "sup_1");
                default -> machine.stop(StopReason.USER);
            };
        } catch (IllegalStateException refused) {
            assertThat(machine.run()).isEqualTo(before);
            return List.of();
        }
    }

    private static void assertOrder(List<RunEvent> events) {
        boolean inTool = false;
        for (int i = 0; i < events.size(); i++) {
            RunEvent event = events.get(i);
            assertThat(event.seq()).isEqualTo(i + 1L);
            assertThat(event.payload() instanceof Payload.AgentStarted).isEqualTo(i == 0);
            assertThat(event.payload() instanceof Payload.ToolCompleted).isEqualTo(inTool);
            assertThat(event.terminal() && i < events.size() - 1).isFalse();
            inTool = event.payload() instanceof Payload.ToolExecuting;
        }
    }

    /** What is stored is enough to go on. */
    private void assertRestored(RunMachine machine, List<RunEvent> events) {
        RunMachine restored = RunMachine.restore(machine.run(), events, clock, ids::event);
        assertThat(restored.run()).isEqualTo(machine.run());
        assertThat(restored.answer()).isEqualTo(machine.answer());
        assertThat(restored.inTool()).isEqualTo(machine.inTool());
    }
}
