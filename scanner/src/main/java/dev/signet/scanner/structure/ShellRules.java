package dev.signet.scanner.structure;

import dev.signet.scanner.detect.SecretNames;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.shell.Command;
import dev.signet.scanner.shell.ShellReader;
import dev.signet.scanner.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a shell script does with the secret and with tokens. Used for one script. */
final class ShellRules {

    private static final int NESTED_MAX = 4;

    private final Subject subject;
    private final int depth;
    private final Set<String> own = new LinkedHashSet<>();
    private final ShellTokens tokens;
    private boolean writesGroups;

    ShellRules(Subject subject) {
        this(subject, 0);
    }

    private ShellRules(Subject subject, int depth) {
        this.subject = subject;
        this.depth = depth;
        this.tokens = new ShellTokens(subject);
    }

    void report(Span part) {
        List<Command> commands = ShellReader.read(subject.text, part);
        writesGroups =
                commands.stream().anyMatch(one -> one.words().isEmpty() && isWritten(one.target()));
        commands.forEach(this::command);
        tokens.report(commands, part);
    }

    private boolean isWritten(Optional<Span> target) {
        return target.isPresent() && !ShellPrograms.NO_FILES.contains(subject.of(target.get()));
    }

    private void command(Command command) {
        ShellWords words = new ShellWords(subject.text, command.words());
        command.heredocs().forEach(here -> heredoc(words, command, here));
        if (words.size() == 0) {
            return;
        }
        int first = first(words);
        String name = first < words.size() ? baseName(words.plain(first)) : "";
        if (name.equals("unset")) {
            return;
        }
        boolean message =
                ShellPrograms.SAYING.contains(name)
                        && !isWritten(command.target())
                        && !writesGroups;
        for (int i = first; i < words.size(); i++) {
            expansions(words.raw(i), words.words().get(i));
        }
        if (name.isEmpty() || message || isMakeVariable(words, first)) {
            return;
        }
        if (ShellPrograms.DECLARING.contains(name)) {
            declared(words, first + 1);
            return;
        }
        assignments(words, first);
        arguments(name, words, first);
        embedded(words, first);
    }

    /** The command's own name behind assignments and wrappers. */
    private int first(ShellWords words) {
        int at = 0;
        while (at < words.size()) {
            Optional<ShellWords.Assigned> assigned = words.assignment(at);
            if (assigned.isPresent()) {
                assigned(assigned.get(), words.size() > at + 1);
                expansions(words.raw(at), words.words().get(at));
            } else if (!ShellPrograms.WRAPPERS.contains(words.plain(at))) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static String baseName(String word) {
        return word.substring(word.lastIndexOf('/') + 1);
    }

    /** {@code NAME := value} in a makefile. */
    private boolean isMakeVariable(ShellWords words, int first) {
        String sign = words.plain(first + 1);
        if (!Set.of("=", ":=", "?=", "::=", "+=").contains(sign)) {
            return false;
        }
        String name = words.plain(first);
        Span at = words.words().get(first);
        subject.named(name, at);
        if (SettingNames.isSecret(name) && words.size() > first + 2) {
            subject.given(name, words.plain(first + 2), at, words.words().get(first + 2));
        }
        return true;
    }

    private void declared(ShellWords words, int from) {
        for (int i = from; i < words.size(); i++) {
            Optional<ShellWords.Assigned> assigned = words.assignment(i);
            String name = words.plain(i);
            if (assigned.isPresent()) {
                assigned(assigned.get(), true);
            } else if (SettingNames.isSecret(name) && SecretNames.isEnvironmentStyle(name)) {
                Span at = words.words().get(i);
                boolean isExport = words.indexOf("export") >= 0;
                subject.named(name, at);
                if (words.size() > i + 1 && words.assignment(i + 1).isEmpty() && !isExport) {
                    subject.given(name, words.plain(i + 1), at, words.words().get(i + 1));
                } else if (!own.contains(name)) {
                    subject.read(at);
                }
            }
        }
    }

    /**
     * @param handed whether another program gets it
     */
    private void assigned(ShellWords.Assigned assigned, boolean handed) {
        subject.named(assigned.name(), assigned.nameAt());
        if (!SettingNames.isSecret(assigned.name())) {
            return;
        }
        own.add(assigned.name());
        String value = assigned.value().strip();
        boolean made = isMade(value);
        if (value.isEmpty() || (made && !handed)) {
            return;
        }
        if (value.startsWith("$(") || value.startsWith("`")) {
            subject.read(assigned.nameAt());
            return;
        }
        subject.given(assigned.name(), value, assigned.nameAt(), assigned.valueAt());
    }

    private static boolean isMade(String value) {
        boolean command = value.startsWith("$(") || value.startsWith("`");
        return command
                && (value.contains("rand")
                        || value.contains("uuidgen")
                        || value.contains("pwgen")
                        || value.contains("token_")
                        || value.contains("keygen")
                        || value.contains("makepasswd"));
    }

    /** {@code $NAME} and its kin in a word, outside of single quotes. */
    private void expansions(String raw, Span word) {
        String open = withoutSingleQuoted(raw);
        for (References.Reference reference : References.in(open)) {
            Span at = new Span(word.start() + reference.start(), word.start() + reference.end());
            if (!open.startsWith("$(", reference.start())) {
                expansion(reference, open, at);
            } else if (isOnlyName(reference.inner())) {
                variable(reference.inner(), reference.inner(), at);
            } else {
                inCommand(reference, word);
            }
        }
    }

    private static boolean isOnlyName(String text) {
        return SecretNames.isEnvironmentStyle(text);
    }

    /** Commands in a word are looked at on their own; templates in them are not. */
    private void inCommand(References.Reference reference, Span word) {
        int from = word.start() + reference.start() + 2;
        for (References.Reference inner : References.in(reference.inner())) {
            if (reference.inner().startsWith("${{", inner.start())) {
                Span at = new Span(from + inner.start(), from + inner.end());
                expansion(inner, reference.inner(), at);
            }
        }
    }

    private void expansion(References.Reference reference, String text, Span at) {
        boolean template =
                text.startsWith("${{", reference.start())
                        || text.startsWith("{{", reference.start());
        if (template) {
            for (String secret : reference.secrets()) {
                subject.named(secret, at);
                subject.read(at);
            }
            return;
        }
        String inner = reference.inner();
        int from = inner.startsWith("!") || inner.startsWith("#") ? 1 : 0;
        int end = from;
        while (end < inner.length() && isVariable(inner.charAt(end))) {
            end++;
        }
        variable(inner.substring(from, end), inner, at);
    }

    private static boolean isVariable(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private void variable(String name, String inner, Span at) {
        if (!SettingNames.isSecret(name)) {
            return;
        }
        subject.named(name, at);
        if (!own.contains(name)) {
            subject.read(at);
            SecretValue value = SecretValue.of(name, "${" + inner + "}", subject.format, false);
            if (value.literal()) {
                subject.hardcoded(at);
            }
        }
    }

    private static String withoutSingleQuoted(String raw) {
        if (raw.indexOf('\'') < 0 || raw.startsWith("\"")) {
            return raw;
        }
        StringBuilder open = new StringBuilder(raw.length());
        boolean single = false;
        boolean twice = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '"' && !single) {
                twice = !twice;
            }
            if (c == '\'' && !twice) {
                single = !single;
            }
            open.append(single ? ' ' : c);
        }
        return open.toString();
    }

    /** What a command's words say by themselves. */
    private void arguments(String command, ShellWords words, int first) {
        boolean keeper = ShellPrograms.KEEPERS.contains(command);
        boolean searching = ShellPrograms.SEARCHING.contains(command);
        for (int i = first + 1; i < words.size(); i++) {
            Span at = words.words().get(i);
            String plain = words.plain(i);
            if (searching || keeper) {
                names(plain, at, keeper && !command.equals("kubectl") && !command.equals("oc"));
            } else if (isHandedByName(words.plain(i - 1), plain)) {
                subject.named(plain, at);
                subject.read(at);
            }
            if (!searching) {
                assignments(words, i);
                subject.named(plain, at);
            }
            flag(words, i);
        }
    }

    /** {@code docker run -e JWT_SECRET_KEY}. */
    private static boolean isHandedByName(String flag, String plain) {
        boolean flagged =
                Set.of("-e", "--env", "--build-arg", "--env-add", "--secret").contains(flag);
        return flagged && SecretNames.isEnvironmentStyle(plain) && SettingNames.isSecret(plain);
    }

    /** Names of the secret in a word: {@code prod/jwt-secret}, {@code {.data.JWT_SECRET}}. */
    private void names(String plain, Span at, boolean anyStyle) {
        int from = 0;
        while (from < plain.length()) {
            int end = from;
            while (end < plain.length()
                    && (isVariable(plain.charAt(end)) || plain.charAt(end) == '-')) {
                end++;
            }
            String name = plain.substring(from, end);
            boolean style =
                    SecretNames.isEnvironmentStyle(name) || (anyStyle && !name.startsWith("-"));
            boolean variable = from > 0 && plain.charAt(from - 1) == '$';
            if (!name.isEmpty() && style && !variable && SettingNames.isSecret(name)) {
                subject.named(name, at);
                subject.read(at);
            }
            from = end + 1;
        }
    }

    private void assignments(ShellWords words, int index) {
        for (ShellWords.Assigned assigned : words.assignments(index)) {
            subject.named(assigned.name(), assigned.nameAt());
            if (isHanding(assigned.name())) {
                handed(assigned, words.plain(index));
            }
        }
    }

    private static boolean isHanding(String name) {
        return SettingNames.isSecret(name)
                || (name.indexOf('.') > 0 && SettingNames.isSecret(lastTwo(name)));
    }

    private static String lastTwo(String name) {
        int last = name.lastIndexOf('.');
        return name.substring(name.lastIndexOf('.', last - 1) + 1);
    }

    private void handed(ShellWords.Assigned assigned, String word) {
        boolean bySecretsName = word.contains("-secrets=");
        if (bySecretsName || assigned.value().isEmpty() || assigned.value().startsWith("%")) {
            subject.read(assigned.nameAt());
            return;
        }
        subject.given(assigned.name(), assigned.value(), assigned.nameAt(), assigned.valueAt());
    }

    /** {@code --jwt-secret literal}. */
    private void flag(ShellWords words, int index) {
        String plain = words.plain(index);
        boolean flag = plain.startsWith("--") && plain.indexOf('=') < 0;
        String next = words.plain(index + 1);
        if (flag
                && SettingNames.isSecret(plain.substring(2))
                && !next.isEmpty()
                && !next.startsWith("-")) {
            Span at = words.words().get(index + 1);
            if (SecretNames.isLiteralSecret(next) && !References.any(words.raw(index + 1))) {
                subject.hardcoded(at);
            }
        }
    }

    /** Scripts and code that a command is given as a word. */
    private void embedded(ShellWords words, int first) {
        for (int i = first; i + 2 < words.size(); i++) {
            String program = baseName(words.plain(i));
            String option = words.plain(i + 1);
            Optional<Language> language = EmbeddedPrograms.language(program);
            if (language.isPresent() && option.endsWith("manage.py")) {
                int code = words.indexOf("-c") + 1;
                if (code > 0 && code < words.size() && words.indexOf("shell") > 0) {
                    subject.code(words.inner(code), language.get());
                }
            } else if (language.isPresent() && EmbeddedPrograms.takesCode(option)) {
                subject.code(words.inner(i + 2), language.get());
            } else if (ShellPrograms.SHELLS.contains(program)
                    && option.endsWith("c")
                    && option.startsWith("-")) {
                script(words.inner(i + 2));
            }
        }
        if (baseName(words.plain(first)).equals("ssh") && words.size() > first + 2) {
            script(words.inner(words.size() - 1));
        }
    }

    private void script(Span part) {
        if (depth < NESTED_MAX) {
            new ShellRules(subject, depth + 1).report(part);
        }
    }

    private void heredoc(ShellWords words, Command command, Command.Heredoc here) {
        if (here.expanded()) {
            expansions(subject.of(here.text()), here.text());
        }
        for (int i = 0; i < words.size(); i++) {
            String program = baseName(words.plain(i));
            Optional<Language> language = EmbeddedPrograms.language(program);
            if (language.isPresent()) {
                subject.code(here.text(), language.get());
                return;
            }
            if (ShellPrograms.SHELLS.contains(program)) {
                script(here.text());
                return;
            }
        }
        written(words, command, here.text());
    }

    /** A heredoc that becomes a file, or an object of a cluster. */
    private void written(ShellWords words, Command command, Span text) {
        String program = words.size() == 0 ? "" : baseName(words.plain(first(words)));
        String target = command.target().map(subject::of).map(ShellWords::unquoted).orElse("");
        if (words.indexOf("tee") >= 0) {
            target = words.plain(words.size() - 1);
        }
        if (program.equals("kubectl") || program.equals("oc") || program.startsWith("docker")) {
            new SettingRules(subject).report(Format.YAML, text, depth + 1);
        } else if (!target.isEmpty() && !ShellPrograms.NO_FILES.contains(target)) {
            file(target, text);
        }
    }

    private void file(String target, Span text) {
        String extension = target.substring(target.lastIndexOf('.') + 1);
        Optional<Language> language = Language.ofExtension(extension);
        if (language.isPresent()) {
            subject.code(text, language.get());
            return;
        }
        new SettingRules(subject).report(Format.of(target).orElse(Format.ENV), text, depth + 1);
    }
}
