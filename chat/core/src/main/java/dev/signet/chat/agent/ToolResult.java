package dev.signet.chat.agent;

import dev.signet.chat.run.PlainData;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What came out of one use of a tool. */
public sealed interface ToolResult {

    /** The members as they stand in {@code tool_completed} and as a model reads them. */
    Map<String, Object> facts();

    default boolean ok() {
        return this instanceof Done;
    }

    /** It did what it is for. */
    record Done(Map<String, Object> facts) implements ToolResult {
        public Done {
            facts = PlainData.copy(facts);
        }
    }

    /**
     * It did nothing.
     *
     * @param detail one sentence for the user
     */
    record Refused(Cause cause, String detail) implements ToolResult {
        @Override
        public Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("code", cause.code());
            facts.put("detail", detail);
            return facts;
        }
    }

    /** Why a tool did nothing. */
    enum Cause {
        UNKNOWN_TOOL,
        INVALID_ARGUMENTS,
        NOT_PERMITTED,
        /** The token is no longer good. */
        NOT_AUTHENTICATED,
        /** Whether the token is still good cannot be told, or who must be asked does not answer. */
        UNAVAILABLE,
        /** What it should act on is not there. */
        NOT_FOUND,
        /** It would end the very session that asks. */
        CURRENT_SESSION,
        RESULT_TOO_LARGE,
        /** A fault of ours. */
        FAILED;

        private final String code = name().toLowerCase(Locale.ROOT);

        public String code() {
            return code;
        }
    }
}
