package dev.signet.chat.assistant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** Each line: the normal form, then the words that mean the same here. */
    private static final String FAMILIES =
            """
            session sessions device devices login logins browsers
            token tokens jwt jwts claim claims bearer
            health healthy status uptime alive outage outages
            platform system systems service services server servers authority backend signet
            event events activity activities history audit alerts incidents
            security suspicious unusual strange hacked compromised breach
            show list display see view print
            account profile identity
            other others else remaining rest
            change update edit modify set reset rename
            delete remove erase destroy
            end terminate kill disconnect revoke invalidate close
            expire expires expiry expiration expiring
            permission permissions rights privileges role roles
            scope scopes
            hello hi hey greetings hiya
            thanks thank thx cheers
            everyone everybody anyone anybody someone somebody people
            ok okay fine alright good
            work working works running operational
            happened happen happening
            attempts attempt tries tried
            admin administrator superuser root operator
            mail email
            """;

    private static final Map<String, String> SAME = sameWords();

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

    private static Map<String, String> sameWords() {
        Map<String, String> same = new HashMap<>();
        for (String line : FAMILIES.lines().toList()) {
            List<String> family = List.of(line.split(" ", -1));
            family.stream().skip(1).forEach(word -> same.put(word, family.getFirst()));
        }
        return Map.copyOf(same);
    }
}
