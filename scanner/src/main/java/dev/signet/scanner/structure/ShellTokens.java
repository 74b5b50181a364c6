package dev.signet.scanner.structure;

import dev.signet.scanner.finding.Confidence;
import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.shell.Command;
import dev.signet.scanner.source.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tokens that a script makes or takes apart with programs. */
final class ShellTokens {

    private static final Set<String> DECODING = Set.of("-d", "-D", "--decode", "-di", "-id", "-A");

    private final Subject subject;
    private final Set<Integer> split = new LinkedHashSet<>();
    private List<Command> all = List.of();

    ShellTokens(Subject subject) {
        this.subject = subject;
    }

    void report(List<Command> commands, Span part) {
        boolean builds = buildsTokens(subject.of(part));
        all = commands;
        for (Command command : commands) {
            ShellWords words = new ShellWords(subject.text, command.words());
            for (int i = 0; i < words.size() && i < 6; i++) {
                program(words, i, builds);
            }
            decoding(command, words);
        }
    }

    /** Whether a script has the header of a token in it. */
    private static boolean buildsTokens(String script) {
        return script.contains("alg")
                && (script.contains("HS256")
                        || script.contains("HS384")
                        || script.contains("HS512")
                        || script.contains("RS256")
                        || script.contains("RS512")
                        || script.contains("ES256"));
    }

    private void program(ShellWords words, int at, boolean builds) {
        String sub = words.plain(at + 1);
        switch (words.plain(at)) {
            case "openssl" -> {
                if (builds && (sub.equals("dgst") || sub.equals("sha256") || sub.equals("mac"))) {
                    openssl(words, at);
                }
            }
            case "jwt" -> {
                if (at == 0) {
                    jwtTool(words, sub, at);
                }
            }
            case "step" -> {
                if (sub.equals("crypto") && words.plain(at + 2).equals("jwt")) {
                    stepTool(words.plain(at + 3), words.words().get(at));
                }
            }
            case "jose" -> {
                if (sub.equals("jws")) {
                    stepTool(words.plain(at + 2), words.words().get(at));
                }
            }
            default -> {}
        }
    }

    private void openssl(ShellWords words, int at) {
        Span program = words.words().get(at);
        if (words.indexOf("-verify") > 0) {
            subject.found(Rule.LOCAL_DECODE, Confidence.MEDIUM, program);
        } else if (words.indexOf("-hmac") > 0
                || words.indexOf("-sign") > 0
                || words.indexOf("-mac") > 0
                || words.indexOf("-macopt") > 0) {
            subject.found(Rule.LOCAL_SIGN, Confidence.MEDIUM, program);
            new ShellKeys(subject, all).report(words);
        }
    }

    private void jwtTool(ShellWords words, String sub, int at) {
        Span program = words.words().get(at);
        boolean secret = false;
        for (int i = at; i < words.size(); i++) {
            secret |= words.plain(i).startsWith("--secret") || words.plain(i).equals("-S");
        }
        if (sub.equals("encode")) {
            subject.found(Rule.LOCAL_SIGN, Confidence.HIGH, program);
            new ShellKeys(subject, all).report(words);
        } else if (sub.equals("decode")) {
            Rule rule = secret ? Rule.LOCAL_DECODE : Rule.UNVERIFIED_DECODE;
            subject.found(rule, Confidence.HIGH, program);
        }
    }

    private void stepTool(String sub, Span at) {
        switch (sub) {
            case "sign", "sig" -> subject.found(Rule.LOCAL_SIGN, Confidence.HIGH, at);
            case "verify", "ver" -> subject.found(Rule.LOCAL_DECODE, Confidence.HIGH, at);
            case "inspect" -> subject.found(Rule.UNVERIFIED_DECODE, Confidence.HIGH, at);
            default -> {}
        }
    }

    /** {@code cut -d. -f2 | base64 -d}, {@code jq 'split(".") | .[1] | @base64d'}. */
    private void decoding(Command command, ShellWords words) {
        if (words.size() == 0) {
            return;
        }
        String program = words.plain(0);
        switch (program) {
            case "cut", "awk", "gawk" -> {
                if (cutsAtDots(words)) {
                    split.add(command.pipeline());
                }
            }
            case "jq", "gojq" -> jq(command, words);
            case "base64", "basenc", "openssl", "gbase64", "base64url" -> {
                if (split.contains(command.pipeline()) && decodes(words)) {
                    Span at = words.words().getFirst();
                    subject.found(Rule.UNVERIFIED_DECODE, Confidence.HIGH, at);
                }
            }
            default -> {}
        }
    }

    private static boolean decodes(ShellWords words) {
        for (int i = 1; i < words.size(); i++) {
            if (DECODING.contains(words.plain(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean cutsAtDots(ShellWords words) {
        boolean dots = false;
        boolean part = false;
        for (int i = 1; i < words.size(); i++) {
            String word = words.plain(i);
            String next = words.plain(i + 1);
            dots |=
                    word.equals("-d.")
                            || word.equals("-F.")
                            || word.equals("-F[.]")
                            || ((word.equals("-d") || word.equals("-F")) && next.equals("."))
                            || word.equals("--delimiter=.");
            part |=
                    word.equals("-f1")
                            || word.equals("-f2")
                            || word.contains("$2")
                            || word.contains("$1")
                            || (word.equals("-f") && (next.equals("1") || next.equals("2")))
                            || word.equals("--fields=2");
        }
        return dots && part;
    }

    private void jq(Command command, ShellWords words) {
        for (int i = 1; i < words.size(); i++) {
            String raw = words.raw(i);
            int at = raw.indexOf("@base64d");
            boolean splits = raw.contains("split(\".\")") || raw.contains("split(\\\".\\\")");
            if (at >= 0 && (splits || split.contains(command.pipeline()))) {
                int start = words.words().get(i).start() + at;
                subject.found(Rule.UNVERIFIED_DECODE, Confidence.HIGH, new Span(start, start + 8));
                return;
            }
        }
    }
}
