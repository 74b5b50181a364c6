package dev.signet.chat.assistant;

import static dev.signet.chat.assistant.Intent.CANNOT_CHANGE_PROFILE;
import static dev.signet.chat.assistant.Intent.CANNOT_DELETE_ACCOUNT;
import static dev.signet.chat.assistant.Intent.CANNOT_GENERAL;
import static dev.signet.chat.assistant.Intent.CANNOT_GRANT;
import static dev.signet.chat.assistant.Intent.CANNOT_OTHER_USERS;
import static dev.signet.chat.assistant.Intent.CANNOT_PASSWORD;
import static dev.signet.chat.assistant.Intent.CANNOT_SHOW_TOKEN;
import static dev.signet.chat.assistant.Intent.CAPABILITIES;
import static dev.signet.chat.assistant.Intent.EXPLAIN_TOKEN;
import static dev.signet.chat.assistant.Intent.GREETING;
import static dev.signet.chat.assistant.Intent.LIST_SESSIONS;
import static dev.signet.chat.assistant.Intent.PLATFORM_HEALTH;
import static dev.signet.chat.assistant.Intent.SECURITY_EVENTS;
import static dev.signet.chat.assistant.Intent.SIGN_OUT;
import static dev.signet.chat.assistant.Intent.THANKS;
import static dev.signet.chat.assistant.Intent.WHO_AM_I;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which words speak for which intent, and how much. */
final class Signals {
    /** Less than this and a clause means nothing. */
    private static final int ENOUGH = 4;

    private static final List<Signal> ALL =
            List.of(
                    Signal.of(SIGN_OUT, 6, "signout"),
                    Signal.of(SIGN_OUT, 7, "end session"),
                    Signal.of(SIGN_OUT, 7, "end other"),
                    Signal.of(SIGN_OUT, 7, "end token"),
                    Signal.of(SIGN_OUT, 8, "delete session"),
                    Signal.of(LIST_SESSIONS, 4, "session"),
                    Signal.of(LIST_SESSIONS, 2, "session show"),
                    Signal.of(LIST_SESSIONS, 2, "session which"),
                    Signal.of(LIST_SESSIONS, 1, "session my"),
                    Signal.of(LIST_SESSIONS, 5, "session account"),
                    Signal.of(LIST_SESSIONS, 1, "session many"),
                    Signal.of(LIST_SESSIONS, 1, "session active"),
                    Signal.of(LIST_SESSIONS, 6, "where signin"),
                    Signal.of(LIST_SESSIONS, 6, "where signedin"),
                    Signal.of(LIST_SESSIONS, 6, "signin another"),
                    Signal.of(LIST_SESSIONS, 6, "signin still"),
                    Signal.of(LIST_SESSIONS, 6, "signin places"),
                    Signal.of(LIST_SESSIONS, 12, "signin who other"),
                    Signal.of(LIST_SESSIONS, 12, "signin everyone other"),
                    Signal.of(LIST_SESSIONS, 25, "using my account"),
                    Signal.of(WHO_AM_I, 6, "who i"),
                    Signal.of(WHO_AM_I, 6, "whoami"),
                    Signal.of(WHO_AM_I, 5, "my mail"),
                    Signal.of(WHO_AM_I, 5, "my name"),
                    Signal.of(WHO_AM_I, 4, "my account"),
                    Signal.of(WHO_AM_I, 5, "which account"),
                    Signal.of(WHO_AM_I, 5, "user id"),
                    Signal.of(WHO_AM_I, 5, "which user i"),
                    Signal.of(WHO_AM_I, 6, "my permission"),
                    Signal.of(WHO_AM_I, 5, "permission i"),
                    Signal.of(WHO_AM_I, 5, "i allowed"),
                    Signal.of(WHO_AM_I, 4, "about me"),
                    Signal.of(WHO_AM_I, 5, "am i signin"),
                    Signal.of(WHO_AM_I, 5, "i have admin"),
                    Signal.of(EXPLAIN_TOKEN, 5, "token"),
                    Signal.of(EXPLAIN_TOKEN, 2, "token explain"),
                    Signal.of(EXPLAIN_TOKEN, 6, "expire"),
                    Signal.of(EXPLAIN_TOKEN, 8, "how long session"),
                    Signal.of(EXPLAIN_TOKEN, 8, "how long signin"),
                    Signal.of(EXPLAIN_TOKEN, 8, "time left"),
                    Signal.of(EXPLAIN_TOKEN, 8, "signin again"),
                    Signal.of(EXPLAIN_TOKEN, 8, "when will signedout"),
                    Signal.of(EXPLAIN_TOKEN, 5, "issuer"),
                    Signal.of(EXPLAIN_TOKEN, 5, "audience"),
                    Signal.of(EXPLAIN_TOKEN, 6, "scope"),
                    Signal.of(SECURITY_EVENTS, 4, "event"),
                    Signal.of(SECURITY_EVENTS, 4, "security"),
                    Signal.of(SECURITY_EVENTS, 4, "security account"),
                    Signal.of(SECURITY_EVENTS, 12, "security everyone"),
                    Signal.of(SECURITY_EVENTS, 12, "attempts everyone"),
                    Signal.of(SECURITY_EVENTS, 25, "try everyone my"),
                    Signal.of(SECURITY_EVENTS, 3, "event session"),
                    Signal.of(SECURITY_EVENTS, 6, "last session"),
                    Signal.of(SECURITY_EVENTS, 5, "signedout"),
                    Signal.of(SECURITY_EVENTS, 4, "signedout who"),
                    Signal.of(SECURITY_EVENTS, 5, "happened"),
                    Signal.of(SECURITY_EVENTS, 6, "failed signin"),
                    Signal.of(SECURITY_EVENTS, 5, "last signin"),
                    Signal.of(SECURITY_EVENTS, 6, "failed session"),
                    Signal.of(SECURITY_EVENTS, 4, "attempts"),
                    Signal.of(SECURITY_EVENTS, 7, "changed password"),
                    Signal.of(SECURITY_EVENTS, 12, "did password change"),
                    Signal.of(SECURITY_EVENTS, 12, "was password change"),
                    Signal.of(SECURITY_EVENTS, 8, "wrong password"),
                    Signal.of(PLATFORM_HEALTH, 5, "health"),
                    Signal.of(PLATFORM_HEALTH, 3, "platform"),
                    Signal.of(PLATFORM_HEALTH, 3, "platform work"),
                    Signal.of(PLATFORM_HEALTH, 3, "platform up"),
                    Signal.of(PLATFORM_HEALTH, 3, "platform down"),
                    Signal.of(PLATFORM_HEALTH, 3, "platform ok"),
                    Signal.of(PLATFORM_HEALTH, 3, "platform how"),
                    Signal.of(PLATFORM_HEALTH, 5, "everything ok"),
                    Signal.of(PLATFORM_HEALTH, 5, "everything work"),
                    Signal.of(PLATFORM_HEALTH, 5, "you up"),
                    Signal.of(PLATFORM_HEALTH, 5, "are you work"),
                    Signal.of(PLATFORM_HEALTH, 5, "problems"),
                    Signal.of(PLATFORM_HEALTH, 5, "database"),
                    Signal.of(PLATFORM_HEALTH, 5, "feed"),
                    Signal.of(PLATFORM_HEALTH, 5, "how things"),
                    Signal.of(PLATFORM_HEALTH, 5, "is revocation work"),
                    Signal.of(CAPABILITIES, 6, "help"),
                    Signal.of(CAPABILITIES, 6, "what can you"),
                    Signal.of(CAPABILITIES, 6, "what can i"),
                    Signal.of(CAPABILITIES, 5, "what do you"),
                    Signal.of(CAPABILITIES, 5, "how you work"),
                    Signal.of(CAPABILITIES, 5, "who you"),
                    Signal.of(CAPABILITIES, 5, "what are you"),
                    Signal.of(CAPABILITIES, 5, "are you ai"),
                    Signal.of(CAPABILITIES, 5, "are you bot"),
                    Signal.of(CAPABILITIES, 5, "are you human"),
                    Signal.of(CAPABILITIES, 5, "commands"),
                    Signal.of(CAPABILITIES, 5, "capabilities"),
                    Signal.of(CAPABILITIES, 5, "features"),
                    Signal.of(CAPABILITIES, 5, "tools"),
                    Signal.of(GREETING, 4, "hello"),
                    Signal.of(GREETING, 4, "ok morning"),
                    Signal.of(GREETING, 4, "ok evening"),
                    Signal.of(THANKS, 4, "thanks"),
                    Signal.of(CANNOT_PASSWORD, 5, "password"),
                    Signal.of(CANNOT_PASSWORD, 5, "change password"),
                    Signal.of(CANNOT_PASSWORD, 5, "passkey"),
                    Signal.of(CANNOT_CHANGE_PROFILE, 11, "change mail"),
                    Signal.of(CANNOT_CHANGE_PROFILE, 11, "change name"),
                    Signal.of(CANNOT_CHANGE_PROFILE, 11, "change account"),
                    Signal.of(CANNOT_DELETE_ACCOUNT, 9, "delete account"),
                    Signal.of(CANNOT_DELETE_ACCOUNT, 9, "end account"),
                    Signal.of(CANNOT_GRANT, 9, "grant"),
                    Signal.of(CANNOT_GRANT, 10, "give permission"),
                    Signal.of(CANNOT_GRANT, 10, "add permission"),
                    Signal.of(CANNOT_GRANT, 9, "make admin"),
                    Signal.of(CANNOT_GRANT, 9, "give admin"),
                    Signal.of(CANNOT_GRANT, 9, "want admin"),
                    Signal.of(CANNOT_SHOW_TOKEN, 10, "raw token"),
                    Signal.of(CANNOT_SHOW_TOKEN, 10, "copy token"),
                    Signal.of(CANNOT_SHOW_TOKEN, 10, "paste token"),
                    Signal.of(CANNOT_SHOW_TOKEN, 10, "full token"),
                    Signal.of(CANNOT_SHOW_TOKEN, 10, "reveal token"),
                    Signal.of(CANNOT_SHOW_TOKEN, 10, "refresh token"),
                    Signal.of(CANNOT_SHOW_TOKEN, 10, "token itself"),
                    Signal.of(CANNOT_SHOW_TOKEN, 8, "give token"),
                    Signal.of(CANNOT_SHOW_TOKEN, 8, "secret"),
                    Signal.of(CANNOT_SHOW_TOKEN, 8, "signing key"),
                    Signal.of(CANNOT_SHOW_TOKEN, 8, "private key"),
                    Signal.of(CANNOT_OTHER_USERS, 10, "users"),
                    Signal.of(CANNOT_OTHER_USERS, 10, "everyone"),
                    Signal.of(CANNOT_OTHER_USERS, 10, "customers"),
                    Signal.of(CANNOT_OTHER_USERS, 10, "colleague"),
                    Signal.of(CANNOT_OTHER_USERS, 10, "another user"),
                    Signal.of(CANNOT_OTHER_USERS, 10, "other user"),
                    Signal.of(CANNOT_OTHER_USERS, 10, "other account"),
                    Signal.of(CANNOT_OTHER_USERS, 10, "other accounts"),
                    Signal.of(CANNOT_OTHER_USERS, 10, Words.POSSESSIVE),
                    Signal.of(CANNOT_OTHER_USERS, 10, Words.ADDRESS),
                    Signal.of(CANNOT_GENERAL, 9, "weather"),
                    Signal.of(CANNOT_GENERAL, 9, "joke"),
                    Signal.of(CANNOT_GENERAL, 9, "poem"),
                    Signal.of(CANNOT_GENERAL, 9, "story"),
                    Signal.of(CANNOT_GENERAL, 9, "translate"),
                    Signal.of(CANNOT_GENERAL, 9, "write"),
                    Signal.of(CANNOT_GENERAL, 9, "code"),
                    Signal.of(CANNOT_GENERAL, 9, "script"),
                    Signal.of(CANNOT_GENERAL, 9, "program"),
                    Signal.of(CANNOT_GENERAL, 9, "calculate"),
                    Signal.of(CANNOT_GENERAL, 9, "news"),
                    Signal.of(CANNOT_GENERAL, 9, "recipe"),
                    Signal.of(CANNOT_GENERAL, 9, "book"),
                    Signal.of(CANNOT_GENERAL, 9, "send"));

    private Signals() {}

    /** What the words speak for most; {@code UNKNOWN} when they do not say enough. */
    static Intent strongest(Clause clause) {
        Map<Intent, Integer> scores = new EnumMap<>(Intent.class);
        for (Signal signal : ALL) {
            if (clause.hasAll(signal.words())) {
                scores.merge(signal.intent(), signal.score(), Integer::sum);
            }
        }
        return scores.entrySet().stream()
                .filter(entry -> entry.getValue() >= ENOUGH)
                .max(
                        Map.Entry.<Intent, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(Intent.UNKNOWN);
    }
}
