package dev.signet.chat.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The words of a text in a normal form: lower case, contractions spelled out, expressions of
 * several words as one, and words that mean the same here as the same word.
 */
final class Words {
    /** Stands for a name in the possessive, such as {@code Bob's}. */
    static final String POSSESSIVE = "<possessive>";

    /** Stands for an e-mail address. */
    static final String ADDRESS = "<address>";

    private static final Pattern E_MAIL = Pattern.compile("\\S+@\\S+\\.\\w+");
    private static final Pattern POSSESSIVE_NAME =
            Pattern.compile(
                    "\\b(?!(?:who|what|where|when|how|that|there|here|it|let|today|he|she|phone|laptop"
                            + "|computer|tablet|token|session|account|platform|system)'s)\\w+'s\\b");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9_<>]+");

    private record Rewrite(Pattern from, String to) {
        static Rewrite of(String from, String to) {
            return new Rewrite(Pattern.compile(from), to);
        }
    }

    /** Applied one after the other. */
    private static final List<Rewrite> EXPRESSIONS =
            List.of(
                    Rewrite.of("\\b(can't|cannot|can not)\\b", "can not"),
                    Rewrite.of("n't\\b", " not"),
                    Rewrite.of("\\b(dont|doesnt|didnt)\\b", "do not"),
                    Rewrite.of("'s\\b", " is"),
                    Rewrite.of("'m\\b", " am"),
                    Rewrite.of("'re\\b", " are"),
                    Rewrite.of("'ve\\b", " have"),
                    Rewrite.of(
                            "\\b(signed|logged|kicked|thrown)[- ](me )?(out|off)\\b", "signedout"),
                    Rewrite.of(
                            "\\b(sign|log)(ed|ged|ing|ging|s)?[- ](in|on)\\b(?! linux)", "signin"),
                    Rewrite.of("\\b(logout|signout|logoff|signoff)\\b", "signout"),
                    Rewrite.of(
                            "\\b(sign|log|kick|throw)(?:ing|ging)?((?: [\\w]+){0,6}?)[- ](out|off)\\b",
                            "signout$2"));

    private static final Map<String, String> SAME = same();

    private Words() {}

    /** The words in their order. */
    static List<String> of(String text) {
        String normal = text.toLowerCase(Locale.ENGLISH).replace('’', '\'');
        normal = E_MAIL.matcher(normal).replaceAll(" " + ADDRESS + " ");
        normal = POSSESSIVE_NAME.matcher(normal).replaceAll("$0 " + POSSESSIVE);
        for (Rewrite rewrite : EXPRESSIONS) {
            normal = rewrite.from().matcher(normal).replaceAll(rewrite.to());
        }
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(normal, -1)) {
            if (!word.isEmpty()) {
                words.add(SAME.getOrDefault(word, word));
            }
        }
        return List.copyOf(words);
    }

    /** A word's normal form. */
    static String same(String word) {
        return SAME.getOrDefault(word, word);
    }

    private static Map<String, String> same() {
        Map<String, Set<String>> families =
                Map.ofEntries(
                        Map.entry(
                                "session",
                                Set.of(
                                        "sessions",
                                        "device",
                                        "devices",
                                        "login",
                                        "logins",
                                        "browsers")),
                        Map.entry(
                                "token",
                                Set.of("tokens", "jwt", "jwts", "claim", "claims", "bearer")),
                        Map.entry(
                                "health",
                                Set.of(
                                        "healthy", "status", "uptime", "alive", "outage",
                                        "outages")),
                        Map.entry(
                                "platform",
                                Set.of(
                                        "system",
                                        "systems",
                                        "service",
                                        "services",
                                        "server",
                                        "servers",
                                        "authority",
                                        "backend",
                                        "signet")),
                        Map.entry(
                                "event",
                                Set.of(
                                        "events",
                                        "activity",
                                        "activities",
                                        "history",
                                        "audit",
                                        "alerts",
                                        "incidents")),
                        Map.entry(
                                "security",
                                Set.of(
                                        "suspicious",
                                        "unusual",
                                        "strange",
                                        "hacked",
                                        "compromised",
                                        "breach")),
                        Map.entry("show", Set.of("list", "display", "see", "view", "print")),
                        Map.entry("account", Set.of("profile", "identity")),
                        Map.entry("other", Set.of("others", "else", "remaining", "rest")),
                        Map.entry(
                                "change",
                                Set.of("update", "edit", "modify", "set", "reset", "rename")),
                        Map.entry("delete", Set.of("remove", "erase", "destroy")),
                        Map.entry(
                                "end",
                                Set.of(
                                        "terminate",
                                        "kill",
                                        "disconnect",
                                        "revoke",
                                        "invalidate",
                                        "close")),
                        Map.entry("expire", Set.of("expires", "expiry", "expiration", "expiring")),
                        Map.entry(
                                "permission",
                                Set.of("permissions", "rights", "privileges", "role", "roles")),
                        Map.entry("scope", Set.of("scopes")),
                        Map.entry("hello", Set.of("hi", "hey", "greetings", "hiya")),
                        Map.entry("thanks", Set.of("thank", "thx", "cheers")),
                        Map.entry(
                                "everyone",
                                Set.of(
                                        "everybody",
                                        "anyone",
                                        "anybody",
                                        "someone",
                                        "somebody",
                                        "people")),
                        Map.entry("ok", Set.of("okay", "fine", "alright", "good")),
                        Map.entry("work", Set.of("working", "works", "running", "operational")),
                        Map.entry("happened", Set.of("happen", "happening")),
                        Map.entry("attempts", Set.of("attempt", "tries", "tried")),
                        Map.entry(
                                "admin", Set.of("administrator", "superuser", "root", "operator")),
                        Map.entry("mail", Set.of("email")));
        Map<String, String> same = new TreeMap<>();
        families.forEach((word, family) -> family.forEach(member -> same.put(member, word)));
        return Map.copyOf(same);
    }
}
