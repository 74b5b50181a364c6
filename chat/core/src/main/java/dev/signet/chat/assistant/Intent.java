package dev.signet.chat.assistant;

/** What a user may want. Of intents with the same score the first one counts. */
enum Intent {
    SIGN_OUT,
    LIST_SESSIONS,
    WHO_AM_I,
    EXPLAIN_TOKEN,
    SECURITY_EVENTS,
    PLATFORM_HEALTH,
    CAPABILITIES,
    /** How to sign out, or what it does, without wanting it now. */
    EXPLAIN_SIGN_OUT,
    GREETING,
    THANKS,
    CANNOT_PASSWORD,
    CANNOT_CHANGE_PROFILE,
    CANNOT_DELETE_ACCOUNT,
    CANNOT_GRANT,
    CANNOT_SHOW_TOKEN,
    CANNOT_OTHER_USERS,
    CANNOT_GENERAL,
    /** Nothing of all that. */
    UNKNOWN;

    /** Whether a tool answers it. */
    boolean needsTool() {
        return compareTo(PLATFORM_HEALTH) <= 0;
    }
}
