package dev.signet.chat.assistant;

import dev.signet.chat.agent.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes what tools found as short texts. */
record Answers(TimeTexts times) {

    String whoAmI(ToolFacts me) {
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
        String lines = String.join("\n", sessions.stream().map(s -> "- " + s.line(times)).toList());
        String head = "You have " + TimeTexts.count(sessions.size(), "session") + ":\n" + lines;
        return sessions.stream()
                .filter(session -> !session.current())
                .findFirst()
                .map(other ->
                        head + "\nTo end one, say for example: sign out " + other.device() + ".")
                .orElse(head);
    }

    String token(ToolFacts token) {
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
        lines.add("- Issued: " + TimeTexts.moment(token.instant("issued_at")));
        lines.add("- Expires: " + expiry(token));
        token.optionalText("key_id").ifPresent(kid -> lines.add("- Signed with key: " + kid));
        lines.add(
                token.flag("bound_to_a_key")
                        ? "- Bound to a key of the client, so a copy is of no use to others."
                        : "- A bearer token: whoever holds it can use it until it ends.");
        return String.join("\n", lines);
    }

    private static String expiry(ToolFacts token) {
        Duration left = Duration.ofSeconds(token.number("expires_in_seconds"));
        return TimeTexts.moment(token.instant("expires_at")) + ", in " + TimeTexts.length(left);
    }

    String events(List<ToolFacts> events) {
        if (events.isEmpty()) {
            return "The authority lists no recent security events for your account.";
        }
        List<String> lines = events.stream().map(this::event).toList();
        return "The latest on your account, newest first:\n" + String.join("\n", lines);
    }

    private String event(ToolFacts event) {
        String from = event.optionalText("address").map(a -> " · from " + a).orElse("");
        return "- " + times.ago(event.instant("at")) + " · " + event.text("summary") + from;
    }

    String health(ToolFacts health) {
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
                    case "degraded" -> "The platform works, but some parts are degraded.";
                    case "down" -> "Part of the platform is down.";
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
}
