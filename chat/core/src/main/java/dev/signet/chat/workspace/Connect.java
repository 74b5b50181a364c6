package dev.signet.chat.workspace;

/** What became of a wish to be connected. */
public sealed interface Connect {

    /** Events come from now on. */
    record Connected(Connection connection) implements Connect {}

    /** The owner has no such run. */
    record NoSuchRun() implements Connect {}

    /** The owner, or everybody together, has as many connections as allowed. */
    record TooMany() implements Connect {}

    /** The server goes down. */
    record ShuttingDown() implements Connect {}
}
