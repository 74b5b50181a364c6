package dev.signet.chat.assistant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** Says whose something is, unless it is the user's or a device's. */
    private static final Pattern OF_A_NAME =
            Pattern.compile(
                    "\\b(?:sessions?|devices?|logins?|tokens?|e?-?mail|permissions|events) (?:of|for)"
                            + " (?!me|mine|my|myself|this|that|the|these|all|a|an|our|any|each|today"
                            + "|yesterday|last|now|chrome|firefox|safari|edge|opera|android|iphone|ipad"
                            + "|linux|windows|mac|macos|\\d)\\w+");

    /** A network address is one word, so that no part of it is taken for a number. */
    private static final Pattern WORD =
            Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]*(?::[0-9a-f]*){2,}|[a-z0-9_<>]+");

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
                            "\\b(sign|sing|log|kick|throw)(?:ing|ging)?((?: [\\w]+){0,6}?)[- ](out|off)\\b",
                            "signout$2"));

    /** A word, and behind it the words that mean the same here. */
    private static final String FAMILIES =
            """
            session: sessions sesion sesions sesssion sessons device devices login logins browsers
            token: tokens tokn toekn jwt jwts claim claims bearer
            health: healthy status uptime alive outage outages
            platform: system systems service services server servers authority backend signet
            event: events activity activities history audit alerts incidents
            security: suspicious unusual strange hack hacked hacker hackers stolen safe secure compromised breach
            show: list display see view print
            account: acount accout profile identity
            other: others else remaining rest
            change: update edit modify set reset rename
            delete: remove erase destroy
            end: terminate kill disconnect revoke invalidate close
            expire: expires expiry expiration expiring
            permission: permissions rights privileges role roles
            scope: scopes
            hello: hi hey greetings hiya
            thanks: thank thx cheers
            everyone: everybody anyone anybody someone somebody people
            ok: okay fine alright good
            work: working works running operational
            happened: happen happening happend hapened
            attempts: attempt tries tried tryed
            admin: administrator superuser root operator
            mail: email
            name: username
            which: wich
            problems: problem issue issues trouble broken
            """;

    private static final Map<String, String> SAME = same();

    private Words() {}

    /** The words in their order. */
    static List<String> of(String text) {
        String normal = text.toLowerCase(Locale.ENGLISH).replace('’', '\'');
        normal = E_MAIL.matcher(normal).replaceAll(" " + ADDRESS + " ");
        normal = POSSESSIVE_NAME.matcher(normal).replaceAll("$0 " + POSSESSIVE);
        normal = OF_A_NAME.matcher(normal).replaceAll("$0 " + POSSESSIVE);
        for (Rewrite rewrite : EXPRESSIONS) {
            normal = rewrite.from().matcher(normal).replaceAll(rewrite.to());
        }
        return WORD.matcher(normal).results().map(word -> same(word.group())).toList();
    }

    /** A word's normal form. */
    static String same(String word) {
        return SAME.getOrDefault(word, word);
    }

    private static Map<String, String> same() {
        Map<String, String> same = new TreeMap<>();
        for (String line : FAMILIES.strip().lines().toList()) {
            String[] family = line.split(": ", 2);
            for (String member : family[1].split(" ", -1)) {
                same.put(member, family[0]);
            }
        }
        return Map.copyOf(same);
    }
}
