package dev.signet.chat.workspace;

import dev.signet.chat.id.RunId;
import dev.signet.chat.run.RunEvent;

/** What waits in a connection's outbox. */
sealed interface OutboxItem {

    /** An event as it happened. */
    record Live(RunEvent event) implements OutboxItem {}

    /** A text of the server's own. */
    record Note(String text) implements OutboxItem {}

    /** The place from which a run's stored events are read. */
    record Replay(RunId runId) implements OutboxItem {}

    /** Nothing follows. */
    record End(CloseReason reason) implements OutboxItem {}
}
