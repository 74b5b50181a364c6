package dev.signet.scanner.structure;

import dev.signet.scanner.detect.SecretNames;
import dev.signet.scanner.language.Language;
import dev.signet.scanner.setting.Place;
import dev.signet.scanner.setting.Setting;
import dev.signet.scanner.setting.Settings;
import dev.signet.scanner.source.Span;
import dev.signet.scanner.words.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who is handed the secret by settings: by their names, their values, and what these refer to. */
final class SettingRules {

    private static final int NESTED_MAX = 4;

    /** Keys of what a shell runs. */
    private static final Set<String> SCRIPTS =
            WordList.set(
                    """
                    run script before_script after_script bash sh shell commands command cmds cmd
                    entrypoint args inlinescript inline user_data userdata scripts exec prestart
                    poststart pre_build post_build startcommand buildcommand start_command build_command
                    startup_script metadata_startup_script on_create_command postcreatecommand arguments
                    pre_deploy release_command test build start execstart execstartpre runcmd local-exec
                    remote-exec
                    """);

    /** Lists of names of variables that a program gets. */
    private static final Set<String> VARIABLES =
            WordList.set(
                    """
                    env environment globalenv passthroughenv globalpassthroughenv secrets envvars
                    environmentvariables env_vars variables envs passenvironment
                    secret_environment_variables env_variables
                    """);

    /** Keys of texts for readers. */
    private static final Set<String> PROSE =
            WordList.set(
                    """
                    description message title summary help notes comment note hint label if expr text
                    documentation pattern regex regexp doc about
                    """);

    private final Subject subject;

    SettingRules(Subject subject) {
        this.subject = subject;
    }

    /**
     * Looks at a part of the file.
     *
     * @param depth how many formats it stands in
     */
    void report(Format format, Span part, int depth) {
        if (depth > NESTED_MAX) {
            return;
        }
        if (format == Format.SHELL) {
            new ShellRules(subject).report(part);
            return;
        }
        if (format == Format.DOCKERFILE) {
            new DockerfileRules(subject).report(part);
            return;
        }
        Settings.Syntax syntax = format.syntax().orElse(Settings.Syntax.ENV);
        List<Setting> settings = Settings.read(syntax, subject.text, part);
        for (Setting setting : settings) {
            look(setting, format, depth);
        }
        new PairRules(subject, settings).report();
        new VerifierRules(subject, settings).report();
    }

    private void look(Setting setting, Format format, int depth) {
        subject.named(SettingNames.lastPart(setting.name()), setting.nameAt());
        subject.named(setting.value(), setting.valueAt());
        switch (setting.kind()) {
            case GROUP -> group(setting, format);
            case ELEMENT -> element(setting);
            case VALUE, BLOCK -> value(setting, depth);
        }
    }

    /** {@code JWT_SECRET: {from_secret: x}}: a variable, however it gets its value. */
    private void group(Setting setting, Format format) {
        String name = setting.name();
        boolean variable = SecretNames.isEnvironmentStyle(name) && SettingNames.isSecret(name);
        boolean declared =
                format == Format.TERRAFORM
                        && SettingNames.isSecret(name)
                        && isDeclaration(setting.nameAt());
        if (variable || declared) {
            subject.read(setting.nameAt());
        }
    }

    /** The block of a {@code variable "jwt_secret"}. */
    private boolean isDeclaration(Span name) {
        int from = Math.max(0, name.start() - 32);
        return subject.text
                .substring(from, name.start())
                .stripTrailing()
                .matches("(?s).*\\bvariable\\s+\"?");
    }

    private void element(Setting setting) {
        String value = setting.value();
        String list = setting.place().nearest().toLowerCase(Locale.ROOT);
        if (isListed(list, value)) {
            subject.read(setting.valueAt());
            return;
        }
        mentions(setting, list);
    }

    /** A name alone, in a list of what a program gets. */
    private static boolean isListed(String list, String value) {
        boolean variables =
                VARIABLES.contains(list)
                        || (list.equals("secret") && SecretNames.isEnvironmentStyle(value));
        return variables && value.indexOf('=') < 0 && SettingNames.isSecret(value);
    }

    private void value(Setting setting, int depth) {
        String name = setting.name();
        boolean handing = SettingNames.isSecret(setting.place(), name);
        if (handing && !isProse(name)) {
            given(setting);
        }
        if (setting.kind() == Setting.Kind.BLOCK && block(setting, depth)) {
            return;
        }
        if (!handing) {
            mentions(setting, name.toLowerCase(Locale.ROOT));
        } else {
            references(setting);
        }
    }

    private static boolean isProse(String name) {
        return PROSE.contains(name.toLowerCase(Locale.ROOT));
    }

    private void given(Setting setting) {
        Span at = setting.kind() == Setting.Kind.BLOCK ? setting.nameAt() : setting.valueAt();
        String value = setting.value();
        if (value.startsWith("{") && value.contains("\"key\"")) {
            // a JSON Web Key, or what Hasura calls a secret
            boolean literal =
                    Settings.read(Settings.Syntax.JSON, value).stream()
                            .filter(inner -> inner.name().equals("key") || inner.name().equals("k"))
                            .anyMatch(inner -> SecretNames.isLiteralSecret(inner.value()));
            if (literal) {
                subject.hardcoded(at);
                return;
            }
        }
        subject.given(SettingNames.lastPart(setting.name()), value, setting.nameAt(), at);
    }

    /** Files in files: whether the text was looked at as one. */
    private boolean block(Setting setting, int depth) {
        String name = setting.name().isEmpty() ? setting.place().nearest() : setting.name();
        Optional<Format> inner = Format.of(name);
        if (inner.isPresent() && name.indexOf('.') >= 0) {
            report(inner.get(), setting.valueAt(), depth + 1);
            return true;
        }
        if (isScript(setting)) {
            script(setting);
            return true;
        }
        return false;
    }

    private static boolean isScript(Setting setting) {
        String name = setting.name().toLowerCase(Locale.ROOT);
        String list = setting.place().nearest().toLowerCase(Locale.ROOT);
        return SCRIPTS.contains(name) || SCRIPTS.contains(list);
    }

    private void script(Setting setting) {
        Optional<Language> language = language(subject.of(setting.valueAt()));
        if (language.isPresent()) {
            subject.code(setting.valueAt(), language.get());
            references(setting);
        } else {
            boolean json = subject.format == Format.JSON;
            Subject seen = json ? subject.unescaped(setting.valueAt()) : subject;
            new ShellRules(seen).report(setting.valueAt());
        }
    }

    /** What a step's text is written in, when not for a shell. */
    private static Optional<Language> language(String text) {
        String start = text.stripLeading();
        if (start.startsWith("import ")
                || start.startsWith("from ")
                || start.startsWith("#!/usr/bin/env py")) {
            return Optional.of(Language.PYTHON);
        }
        boolean script = start.startsWith("const ") || start.startsWith("import {");
        return script ? Optional.of(Language.JAVASCRIPT) : Optional.empty();
    }

    /** What a value that is something else says about the secret. */
    private void mentions(Setting setting, String key) {
        if (PROSE.contains(key) && !key.equals("if")) {
            return;
        }
        if (isScript(setting) && !setting.value().startsWith("%env(")) {
            script(setting);
            return;
        }
        references(setting);
        for (ShellWords.Assigned assigned :
                ShellWords.assignments(subject.text, setting.valueAt())) {
            if (isVariable(assigned, setting)) {
                subject.named(assigned.name(), assigned.nameAt());
                assigned(assigned, setting.value());
            }
        }
    }

    private void assigned(ShellWords.Assigned assigned, String value) {
        if (value.contains("-secrets=")) {
            subject.read(assigned.nameAt());
        } else {
            subject.given(assigned.name(), assigned.value(), assigned.nameAt(), assigned.valueAt());
        }
    }

    /** {@code NAME=value} at the start of a value or of an element in it. */
    private boolean isVariable(ShellWords.Assigned assigned, Setting setting) {
        int start = assigned.nameAt().start();
        boolean first =
                start == setting.valueAt().start()
                        || ",=\"'\n".indexOf(subject.text.charAt(start - 1)) >= 0
                        || subject.of(setting.valueAt()).startsWith("-");
        return first
                && SettingNames.isSecret(assigned.name())
                && SecretNames.isEnvironmentStyle(assigned.name());
    }

    private void references(Setting setting) {
        String raw = subject.of(setting.valueAt());
        String value =
                setting.value().startsWith("${") && !raw.startsWith("${") ? setting.value() : raw;
        int shift = value.equals(raw) ? 0 : 2;
        for (References.Reference reference : References.in(value)) {
            int from = setting.valueAt().start() + Math.max(0, reference.start() - shift);
            for (String secret : reference.secrets()) {
                if (!isOwnGroup(secret, setting.place())) {
                    subject.named(secret, new Span(from, from));
                    subject.read(new Span(from, from));
                }
            }
        }
        bare(setting);
    }

    /** {@code if: secrets.JWT_SECRET_KEY != ''}, without the signs of a place. */
    private void bare(Setting setting) {
        if (setting.name().equals("if") && setting.value().contains("secrets.")) {
            References.Reference whole = new References.Reference(0, 0, setting.value());
            for (String secret : whole.secrets()) {
                subject.named(secret, setting.valueAt());
                subject.read(setting.valueAt());
            }
        }
    }

    /** A resource that makes the secret up speaks of itself. */
    private static boolean isOwnGroup(String secret, Place place) {
        return place.path().contains("output") && secret.isEmpty();
    }
}
