package dev.signet.chat.assistant;

import dev.signet.chat.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what tools found as short texts. */
record Answers(Times times) {
    private static final int SESSIONS_LISTED = 40;
    private static final int ECHO_CHARS = 60;

    String whoAmI(Facts me) {
        String mail = me.text("email");
        String who = me.optionalText("name").map(name -> name + " (" + mail + ")").orElse(mail);
        return "You are "
                + who
                + ".\n- User id: "
                + me.text("user_id")
                + "\n- Permissions: "
                + me.joined("permissions")
                + "\n- Signed in through "
                + me.text("client_id")
                + ", session "
                + me.text("session_id");
    }

    String sessions(List<SessionLine> sessions) {
        if (sessions.isEmpty()) {
            return "The authority lists no session of yours.";
        }
        String lines =
                sessions.stream()
                        .limit(SESSIONS_LISTED)
                        .map(session -> "- " + session.line(times))
                        .collect(Collectors.joining("\n"));
        String more =
                sessions.size() > SESSIONS_LISTED
                        ? "\n- and " + (sessions.size() - SESSIONS_LISTED) + " more"
                        : "";
        String head = "You have " + Times.count(sessions.size(), "session") + ":\n" + lines + more;
        return sessions.stream()
                .filter(session -> !session.current())
                .findFirst()
                .map(other ->
                        head + "\nTo end one, say for example: sign out " + other.device() + ".")
                .orElse(head);
    }

    String token(Facts token) {
        List<String> lines = new ArrayList<>();
        lines.add("Your access token was verified. It says:");
        lines.add("- Subject: " + token.text("subject"));
        lines.add("- Issuer: " + token.text("issuer"));
        lines.add("- Audience: " + token.joined("audiences"));
        lines.add("- Client: " + token.text("client_id"));
        lines.add("- Session: " + token.text("session_id"));
        lines.add("- Environment: " + token.text("environment"));
        lines.add("- Scopes: " + token.joined("scopes"));
        lines.add("- Permissions: " + token.joined("permissions"));
        lines.add("- Issued: " + Times.moment(token.instant("issued_at")));
        lines.add("- Expires: " + expiry(token));
        token.optionalText("key_id").ifPresent(kid -> lines.add("- Signed with key: " + kid));
        lines.add(
                token.flag("bound_to_a_key")
                        ? "- Bound to a key of the client, so a copy is of no use to others."
                        : "- A bearer token: whoever holds it can use it until it ends.");
        return String.join("\n", lines);
    }

    private static String expiry(Facts token) {
        Duration left = Duration.ofSeconds(token.number("expires_in_seconds"));
        return Times.moment(token.instant("expires_at")) + ", in " + Times.length(left);
    }

    String events(List<Facts> events) {
        if (events.isEmpty()) {
            return "The authority lists no recent security events for your account.";
        }
        List<String> lines = events.stream().map(this::event).toList();
        return "The latest on your account, newest first:\n" + String.join("\n", lines);
    }

    private String event(Facts event) {
        String from = event.optionalText("address").map(a -> " · from " + a).orElse("");
        return "- " + times.ago(event.instant("at")) + " · " + event.text("summary") + from;
    }

    String health(Facts health) {
        List<String> lines =
                health.list("parts").stream()
                        .map(p ->
                                "- "
                                        + p.text("name")
                                        + ": "
                                        + p.text("state")
                                        + ", "
                                        + p.text("detail"))
                        .toList();
        String head =
                switch (health.text("overall")) {
                    case "up" -> "All measured parts of the platform are up.";
                    case "degraded" -> "The platform works, but not all of it well.";
                    case "down" -> "A part of the platform is down.";
                    default -> "Not every part of the platform could be measured.";
                };
        return lines.isEmpty() ? head : head + "\n" + String.join("\n", lines);
    }

    static String capabilities(List<ToolSpec> tools, List<String> cannot) {
        List<String> lines = new ArrayList<>();
        lines.add("I answer questions about your own account, with these tools:");
        tools.forEach(tool -> lines.add("- " + tool.name() + ": " + tool.description()));
        lines.add("What I cannot do:");
        cannot.forEach(sentence -> lines.add("- " + sentence));
        return String.join("\n", lines);
    }

    /** Asks which of several sessions is meant. */
    String which(List<SessionLine> candidates) {
        String head =
                candidates.size() == 1
                        ? "There is one other session:\n"
                        : Times.count(candidates.size(), "session") + " may be meant:\n";
        return head + Choice.ask(candidates, times);
    }

    /** Asks which session is meant, after one that is not there. */
    String whichInsteadOf(String wanted, List<SessionLine> others) {
        return "None of your other sessions is called “"
                + echo(wanted)
                + "”. Your other sessions:\n"
                + Choice.ask(others, times);
    }

    static String signedOut(List<SessionLine> ended) {
        if (ended.isEmpty()) {
            return "There was no other session left to sign out.";
        }
        if (ended.size() == 1) {
            return "Signed out: "
                    + ended.getFirst().name()
                    + ". Its tokens are no longer accepted.";
        }
        String lines = ended.stream().map(s -> "- " + s.name()).collect(Collectors.joining("\n"));
        return "Signed out "
                + Times.count(ended.size(), "session")
                + ", whose tokens are no longer accepted:\n"
                + lines;
    }

    static String thisSessionStays() {
        return "This session, in which we talk, I leave as it is."
                + " To end it, use the button “Sign out”.";
    }

    static String howToSignOut() {
        return "Signing out a session ends its tokens, its connections and its running answers."
                + " Nothing was signed out now. When you want it, say for example “sign out the"
                + " session on Firefox” or “sign out all others”.";
    }

    /** A tool that reads was refused or failed. */
    static String notFoundOut(String detail) {
        return "I could not find that out. " + detail;
    }

    /** A tool that acts was refused or failed. */
    static String notDone(String detail) {
        return "I did not do that. " + detail;
    }

    static String notUnderstood(String text) {
        return "I do not understand “" + echo(text) + "”. " + Limitations.GENERAL;
    }

    static String examples() {
        return "You can ask me for example:\n"
                + "- Who am I, and what may I do?\n"
                + "- Which sessions do I have?\n"
                + "- Sign out all other sessions.\n"
                + "- When does my token expire?\n"
                + "- What happened to my account lately?\n"
                + "- Is the platform up?";
    }

    /** Enough of what the user wrote to recognise it. */
    private static String echo(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= ECHO_CHARS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, ECHO_CHARS)) + "…";
    }
}
