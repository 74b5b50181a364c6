package dev.signet.chat.login;

/** Whether the holder of a good token may use the chat backend. */
public sealed interface AccessDecision {

    /** A person, within a session, who may chat. */
    record Admitted(UserContext context) implements AccessDecision {}

    /** A service, or a token outside any session: nothing here can belong to it. */
    record NotAPerson() implements AccessDecision {}

    /** A person who may chat, whose token was asked for without this scope (RFC 6750 §3.1). */
    record InsufficientScope(String scope) implements AccessDecision {}

    /** A person whose account lacks a permission. */
    record NotPermitted(String permission) implements AccessDecision {}
}
