package dev.signet.chat.context;

/** Whether the holder of a good token may use the chat backend. */
public sealed interface Admission {

    /** A person, within a session, who may chat. */
    record Admitted(UserContext context) implements Admission {}

    /** A service, or a token outside any session: nothing here can belong to it. */
    record NotAPerson() implements Admission {}

    /** A person who may chat, whose token was asked for without this scope (RFC 6750 §3.1). */
    record InsufficientScope(String scope) implements Admission {}

    /** A person whose account lacks a permission. */
    record NotPermitted(String permission) implements Admission {}
}
