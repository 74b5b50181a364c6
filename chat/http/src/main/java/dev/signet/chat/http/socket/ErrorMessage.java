package dev.signet.chat.http.socket;

import dev.signet.chat.workspace.StartOutcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Why a message was not carried out. The socket stays open.
 *
 * @param detail one sentence for a person
 * @param about further members, e.g. {@code run_id}
 */
record ErrorMessage(String code, String detail, Map<String, String> about) {

    static ErrorMessage of(String code, String detail) {
        return new ErrorMessage(code, detail, Map.of());
    }

    static ErrorMessage noSuchRun(String runId) {
        return of("not_found", "You have no such run.").with("run_id", runId);
    }

    static ErrorMessage noSuchThread() {
        return of("not_found", "You have no such conversation.");
    }

    static ErrorMessage unavailable(String supportCode) {
        return of("unavailable", "Something failed on our side; this was not carried out.")
                .with("action", "Try again in a moment.")
                .with("support_code", supportCode);
    }

    static ErrorMessage of(StartOutcome.Cause cause) {
        ErrorMessage plain = of(cause.code(), detail(cause));
        return switch (cause) {
            case TOO_MANY_RUNS, BUSY, SHUTTING_DOWN ->
                    plain.with("action", "Try again in a moment.");
            case TOO_MANY_THREADS -> plain.with("action", "Delete a conversation first.");
            case THREAD_FULL -> plain.with("action", "Start a new conversation.");
            case TEXT_EMPTY, TEXT_TOO_LONG -> plain;
            case KEY_REUSED -> plain.with("action", "Make a new key for each message.");
        };
    }

    private static String detail(StartOutcome.Cause cause) {
        return switch (cause) {
            case TEXT_EMPTY -> "The message is empty.";
            case TEXT_TOO_LONG -> "The message is too long.";
            case KEY_REUSED -> "This idempotency key belongs to another message already.";
            case TOO_MANY_RUNS -> "Too many of your messages are being answered already.";
            case TOO_MANY_THREADS -> "You have the maximum number of conversations.";
            case THREAD_FULL -> "This conversation is full.";
            case BUSY -> "Too many messages are being answered right now.";
            case SHUTTING_DOWN -> "The server is about to restart.";
        };
    }

    ErrorMessage with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(about);
        more.put(name, value);
        return new ErrorMessage(code, detail, more);
    }

    ErrorMessage withKey(Optional<String> idempotencyKey) {
        return idempotencyKey.map(key -> with("idempotency_key", key)).orElse(this);
    }
}
