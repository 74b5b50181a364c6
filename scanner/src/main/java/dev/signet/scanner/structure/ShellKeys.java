package dev.signet.scanner.structure;

import dev.signet.scanner.detect.SecretNames;
import dev.signet.scanner.shell.Command;
import dev.signet.scanner.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the key comes from that a script signs a token with. */
final class ShellKeys {

    private static final Set<String> OPTIONS = Set.of("-hmac", "-macopt", "--secret", "-S");

    private final Subject subject;
    private final List<Command> commands;

    ShellKeys(Subject subject, List<Command> commands) {
        this.subject = subject;
        this.commands = commands;
    }

    /** Looks at the key that a signing command is given. */
    void report(ShellWords words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            if (OPTIONS.contains(words.plain(i))) {
                key(words.plain(i + 1), words.words().get(i + 1));
            }
        }
    }

    private void key(String word, Span at) {
        String key = word;
        for (String prefix : List.of("key:", "hexkey:", "@")) {
            key = key.startsWith(prefix) ? key.substring(prefix.length()) : key;
        }
        List<References.Reference> references = References.in(key);
        if (references.isEmpty()) {
            if (!word.startsWith("@") && SecretNames.isLiteralSecret(key)) {
                subject.hardcoded(at);
            }
            return;
        }
        String name = references.getFirst().inner();
        Optional<ShellWords.Assigned> assigned = assigned(name);
        if (assigned.isPresent()) {
            given(assigned.get());
        } else if (SecretNames.isEnvironmentStyle(name)) {
            subject.read(at);
        }
    }

    private Optional<ShellWords.Assigned> assigned(String name) {
        for (Command command : commands) {
            ShellWords words = new ShellWords(subject.text, command.words());
            for (int i = 0; i < words.size() && i < 8; i++) {
                Optional<ShellWords.Assigned> assigned = words.assignment(i);
                if (assigned.isPresent() && assigned.get().name().equals(name)) {
                    return assigned;
                }
            }
        }
        return Optional.empty();
    }

    /** A text of the script, or a variable from outside. */
    private void given(ShellWords.Assigned assigned) {
        List<References.Reference> references = References.in(assigned.value());
        if (references.isEmpty()) {
            if (SecretNames.isLiteralSecret(assigned.value())) {
                subject.hardcoded(assigned.valueAt());
            }
            return;
        }
        String inner = references.getFirst().inner();
        String name = inner.split("[^A-Za-z0-9_]", 2)[0];
        boolean outside = SecretNames.isEnvironmentStyle(name) && assigned(name).isEmpty();
        if (outside || name.equals(assigned.name())) {
            subject.read(assigned.nameAt());
        }
    }
}
