package dev.signet.chat.assistant;

import java.util.List;

/** What the assistant tells about its own understanding, before it acts. */
final class ThinkingTexts {
    private ThinkingTexts() {}

    /** What the user wants, to follow "You ". */
    static String about(Intent intent) {
        return switch (intent) {
            case WHO_AM_I -> "ask who you are";
            case LIST_SESSIONS -> "ask for your sessions";
            case EXPLAIN_TOKEN -> "ask what your token says";
            case SECURITY_EVENTS -> "ask what happened on your account";
            case PLATFORM_HEALTH -> "ask how the platform is";
            case SIGN_OUT -> "want a session signed out, so I first look up which";
            case EXPLAIN_SIGN_OUT -> "ask about signing out, but not to do it now";
            case GREETING -> "say hello";
            case THANKS -> "say thanks";
            case CAPABILITIES -> "ask what I can do";
            case CANNOT_PASSWORD -> "ask about a password, which I have no tool for";
            case CANNOT_CHANGE_PROFILE, CANNOT_DELETE_ACCOUNT, CANNOT_GRANT ->
                    "want your account changed, which I have no tool for";
            case CANNOT_SHOW_TOKEN -> "want to see a token itself, which I never show";
            case CANNOT_OTHER_USERS -> "ask about somebody else, whose account I cannot reach";
            case CANNOT_GENERAL -> "ask for something general, which needs a language model";
            case UNKNOWN -> "say something that I do not understand";
        };
    }

    static List<String> tools(Intent intent) {
        return switch (intent) {
            case WHO_AM_I -> List.of("who_am_i");
            case LIST_SESSIONS -> List.of("list_sessions");
            case EXPLAIN_TOKEN -> List.of("explain_token");
            case SECURITY_EVENTS -> List.of("recent_security_events");
            case PLATFORM_HEALTH -> List.of("platform_health");
            case SIGN_OUT -> List.of("list_sessions", "sign_out_session");
            default -> List.of();
        };
    }
}
