package dev.signet.chat.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.run.EventType;
import dev.signet.chat.run.Payload;
import dev.signet.chat.run.RunEvent;
import java.util.List;
import java.util.stream.LongStream;

/** What is promised about the events of a run that has ended. */
final class Order {
    private Order() {}

    static void require(List<RunEvent> events, String seed) {
        assertThat(events.stream().mapToLong(RunEvent::seq).toArray())
                .as(seed)
                .isEqualTo(LongStream.rangeClosed(1, events.size()).toArray());
        assertThat(events.getFirst().type()).as(seed).isEqualTo(EventType.AGENT_STARTED);
        assertThat(events).as(seed).filteredOn(RunEvent::terminal).hasSize(1);
        assertThat(events.getLast().terminal()).as(seed).isTrue();
        List<String> begun =
                events.stream()
                        .map(RunEvent::payload)
                        .filter(Payload.ToolExecuting.class::isInstance)
                        .map(p -> ((Payload.ToolExecuting) p).toolCallId())
                        .toList();
        List<String> ended =
                events.stream()
                        .map(RunEvent::payload)
                        .filter(Payload.ToolCompleted.class::isInstance)
                        .map(p -> ((Payload.ToolCompleted) p).toolCallId())
                        .toList();
        assertThat(ended).as(seed).isEqualTo(begun).doesNotHaveDuplicates();
    }
}
