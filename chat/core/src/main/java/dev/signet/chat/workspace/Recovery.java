package dev.signet.chat.workspace;

import dev.signet.chat.event.RunEvent;
import dev.signet.chat.id.RunId;
import dev.signet.chat.run.Failure;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends runs that nobody works on any more, going on where their stored events stop. */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final int RUNS_AT_ONCE = 100;

    private final ChatParts parts;
    private final Consumer<RunEvent> publisher;

    Recovery(ChatParts parts, Consumer<RunEvent> publisher) {
        this.parts = parts;
        this.publisher = publisher;
    }

    /** Ends all unfinished runs but those at work, and tells how many. */
    int endAllExcept(Predicate<RunId> atWork) {
        int ended = 0;
        int endedNow;
        do {
            int most = RUNS_AT_ONCE + parts.limits().running().runs();
            List<Run> left =
                    parts.runs().unfinished(most).stream()
                            .filter(run -> !atWork.test(run.id()))
                            .toList();
            endedNow = (int) left.stream().filter(this::end).count();
            ended += endedNow;
        } while (endedNow > 0);
        return ended;
    }

    /** One run that cannot be read must not keep the others from their end. */
    private boolean end(Run run) {
        try {
            return endNow(run);
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.error("event=run_not_recoverable run={} user={}", run.id(), run.owner(), e);
            return false;
        }
    }

    private boolean endNow(Run run) {
        RunMachine machine =
                RunMachine.restore(run, allEvents(run), parts.clock(), parts.ids()::event);
        if (machine.ended()) {
            return false; // by itself, since the list was read
        }
        String supportCode = parts.ids().supportCode();
        List<RunEvent> events = machine.fail(Failure.interrupted(), supportCode);
        if (!parts.runs().append(machine.run(), events)) {
            return false;
        }
        LOG.warn(
                "event=run_interrupted run={} user={} support_code={}",
                run.id(),
                run.owner(),
                supportCode);
        events.forEach(publisher);
        return true;
    }

    private List<RunEvent> allEvents(Run run) {
        List<RunEvent> events = new ArrayList<>();
        List<RunEvent> page;
        do {
            long after = events.isEmpty() ? 0 : events.getLast().seq();
            page =
                    parts.runs()
                            .events(run.owner(), run.id(), after, parts.limits().delivery().page());
            events.addAll(page);
        } while (!page.isEmpty());
        return events;
    }
}
