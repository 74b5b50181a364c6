package dev.signet.chat.workspace;

/** What became of a request for a connection. */
public sealed interface ConnectOutcome {

    /** Events come from now on. */
    record Connected(Connection connection) implements ConnectOutcome {}

    /** The owner has no such run. */
    record NoSuchRun() implements ConnectOutcome {}

    /** The owner, or everybody together, has as many connections as allowed. */
    record TooMany() implements ConnectOutcome {}

    /** The server goes down. */
    record ShuttingDown() implements ConnectOutcome {}
}
