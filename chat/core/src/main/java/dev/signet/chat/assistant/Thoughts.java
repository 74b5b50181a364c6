package dev.signet.chat.assistant;

import java.util.List;

/** Says what was understood and what will be done about it. */
final class Thoughts {
    private Thoughts() {}

    static String about(Understanding understanding) {
        List<Intent> intents = understanding.wishes().stream().map(Understood::intent).toList();
        String topics = "This is about " + listed(intents.stream().map(Thoughts::topic).toList());
        List<String> tools =
                intents.stream().filter(Intent::needsTool).map(Thoughts::tool).distinct().toList();
        return tools.isEmpty() ? topics + "." : topics + ". I look it up by " + listed(tools) + ".";
    }

    private static String topic(Intent intent) {
        return switch (intent) {
            case SIGN_OUT -> "signing out";
            case LIST_SESSIONS -> "your sessions";
            case WHO_AM_I -> "who you are";
            case EXPLAIN_TOKEN -> "your access token";
            case SECURITY_EVENTS -> "what happened to your account";
            case PLATFORM_HEALTH -> "how the platform is";
            case CAPABILITIES -> "what I can do";
            case EXPLAIN_SIGN_OUT -> "how signing out works";
            case GREETING -> "saying hello";
            case THANKS -> "saying thanks";
            case CANNOT_PASSWORD -> "a password, which I cannot handle";
            case CANNOT_CHANGE_PROFILE, CANNOT_DELETE_ACCOUNT, CANNOT_GRANT ->
                    "changing your account, which I cannot do";
            case CANNOT_SHOW_TOKEN -> "a secret, which I do not show";
            case CANNOT_OTHER_USERS -> "other users, whom I cannot see";
            case CANNOT_GENERAL -> "something that takes a language model";
            case UNKNOWN -> "something that I do not understand";
        };
    }

    /** The tool that is asked first. */
    private static String tool(Intent intent) {
        return switch (intent) {
            case SIGN_OUT, LIST_SESSIONS -> "list_sessions";
            case WHO_AM_I -> "who_am_i";
            case EXPLAIN_TOKEN -> "explain_token";
            case SECURITY_EVENTS -> "recent_security_events";
            case PLATFORM_HEALTH -> "platform_health";
            default -> throw new IllegalArgumentException(intent + " needs no tool");
        };
    }

    private static String listed(List<String> parts) {
        int last = parts.size() - 1;
        return last == 0
                ? parts.getFirst()
                : String.join(", ", parts.subList(0, last)) + " and " + parts.getLast();
    }
}
