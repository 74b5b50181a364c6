package dev.signet.chat.assistant;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One session as the assistant speaks of it. */
record SessionLine(
        String sessionId,
        String device,
        String client,
        String address,
        boolean current,
        String createdAt,
        String lastUsedAt) {
    private static final int SHORT_ID_CHARS = 12;

    /** What people call a system. */
    private static final Map<String, Set<String>> ALSO_CALLED =
            Map.of(
                    "iphone", Set.of("phone", "mobile", "ios", "smartphone"),
                    "android", Set.of("phone", "mobile", "smartphone"),
                    "ipad", Set.of("tablet", "ios"),
                    "windows", Set.of("computer", "laptop", "pc", "desktop"),
                    "macos", Set.of("computer", "laptop", "mac", "macbook"),
                    "linux", Set.of("computer", "laptop", "pc", "desktop"),
                    "curl", Set.of("terminal", "shell"));

    static SessionLine of(ToolFacts facts) {
        return new SessionLine(
                facts.text("sid"),
                facts.text("device"),
                facts.text("client"),
                facts.text("address"),
                facts.flag("current"),
                facts.text("created_at"),
                facts.text("last_used_at"));
    }

    /** Enough of the id to tell it from the user's others. */
    String shortId() {
        return sessionId.length() <= SHORT_ID_CHARS
                ? sessionId
                : sessionId.substring(0, SHORT_ID_CHARS);
    }

    /** E.g. {@code Firefox on Linux, 127.0.0.1}. */
    String name() {
        return address.isEmpty() ? device : device + ", " + address;
    }

    /** Name, since when, last use, id, and whether it is this one. */
    String line(TimeTexts times) {
        ToolFacts moments = new ToolFacts(Map.of("since", createdAt, "used", lastUsedAt));
        return name()
                + " · since "
                + TimeTexts.moment(moments.instant("since"))
                + " · last used "
                + times.ago(moments.instant("used"))
                + " · "
                + shortId()
                + (current ? " · this session" : "");
    }

    /** Whether all the words speak of this session. */
    boolean isCalled(Collection<String> words) {
        return calledBy().containsAll(words);
    }

    private Set<String> calledBy() {
        String all = String.join(" ", device, client, address, sessionId, shortId());
        Set<String> words = new HashSet<>(Words.of(all));
        ALSO_CALLED.forEach((system, names) -> {
            if (words.contains(system)) {
                words.addAll(names);
            }
        });
        return words;
    }
}
