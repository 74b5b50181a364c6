package dev.signet.chat.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out which session a request to sign out is about. Acts only where there is no doubt. */
sealed interface SignOut {

    /** All sessions but this one. */
    record Others(boolean alsoThisOne) implements SignOut {}

    /** Exactly these sessions, 1 or more, none of which is this one. */
    record These(List<SessionLine> sessions) implements SignOut {}

    /** The session that asks. */
    record ThisOne() implements SignOut {}

    /** Several sessions may be meant. */
    record Ambiguous(List<SessionLine> candidates) implements SignOut {}

    /** No session is called that; these could be meant. */
    record NoMatch(List<SessionLine> others) implements SignOut {}

    /** What was asked about is not there any more. */
    record Gone() implements SignOut {}

    /** There is only this session. */
    record NothingElse() implements SignOut {}

    /** Words that say nothing about which session. */
    Set<String> EMPTY_WORDS =
            Set.of(
                    "signout", "end", "delete", "session", "the", "a", "an", "my", "on", "of",
                    "from", "in", "at", "with", "by", "to", "and", "please", "can", "could",
                    "would", "you", "i", "want", "do", "using", "is", "that", "which", "one",
                    "browser", "token", "now", "just", "for", "out", "off", "need", "like", "id",
                    "number", "help", "it", "there", "go", "let", "us", "sid", "up", "called",
                    "named", "address", "ip", "kindly");

    Set<String> THIS = Set.of("me", "myself", "this", "current", "here");

    Set<String> EVERYTHING =
            Set.of("all", "every", "everything", "everywhere", "each", "both", "them");

    Set<String> EXCEPTIONS = Set.of("except", "but", "apart", "besides", "keep");

    /** As it was written, because the normal form of words forgets their number. */
    Pattern SEVERAL =
            Pattern.compile(
                    "\\b(sessions|devices|others|logins|browsers|rest|else)\\b",
                    Pattern.CASE_INSENSITIVE);

    static SignOut of(Clause request, List<SessionLine> sessions) {
        List<SessionLine> others = sessions.stream().filter(s -> !s.current()).toList();
        List<String> wanted = wanted(request);
        if (wanted.isEmpty()) {
            return unnamed(request, others);
        }
        if (request.hasAny(EXCEPTIONS)) {
            return others.isEmpty() ? new NothingElse() : new Ambiguous(others);
        }
        return named(wanted, sessions, others);
    }

    private static SignOut unnamed(Clause request, List<SessionLine> others) {
        boolean all = request.hasAny(EVERYTHING);
        boolean butThisOne = request.has("other") || request.hasAny(EXCEPTIONS);
        if (!all && !butThisOne && meansThisOne(request)) {
            return new ThisOne();
        }
        if (others.isEmpty()) {
            return new NothingElse();
        }
        boolean several = all || SEVERAL.matcher(request.text()).find();
        boolean onlyOne = others.size() == 1 && butThisOne;
        if (several && (all || butThisOne) || onlyOne) {
            return new Others(all && !butThisOne);
        }
        return new Ambiguous(others);
    }

    private static boolean meansThisOne(Clause request) {
        return request.hasAny(THIS) || !request.has("session");
    }

    private static List<String> wanted(Clause request) {
        List<String> wanted = new ArrayList<>(request.words());
        wanted.removeAll(EMPTY_WORDS);
        wanted.removeAll(THIS);
        wanted.removeAll(EVERYTHING);
        wanted.removeAll(EXCEPTIONS);
        wanted.remove("other");
        return wanted;
    }

    private static SignOut named(
            List<String> wanted, List<SessionLine> sessions, List<SessionLine> others) {
        List<SessionLine> called = others.stream().filter(s -> s.isCalled(wanted)).toList();
        boolean thisOne = sessions.stream().anyMatch(s -> s.current() && s.isCalled(wanted));
        if (!called.isEmpty()) {
            return called.size() == 1 ? new These(called) : new Ambiguous(called);
        }
        return thisOne ? new ThisOne() : new NoMatch(others);
    }
}
