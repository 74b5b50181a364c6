package dev.signet.scanner.library;

import dev.signet.scanner.finding.Rule;
import dev.signet.scanner.language.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shortest file that uses one entry of a catalogue: an import and a call.
 *
 * @param line of the call, from 1
 */
record Program(String path, String text, int line) {

    /** What C# creates with {@code new}. */
    private static final List<String> CREATED =
            List.of(
                    "JwtSecurityToken",
                    "JsonWebToken",
                    "SymmetricSecurityKey",
                    "InMemorySymmetricSecurityKey",
                    "JwtFormat",
                    "JwtAuthProvider",
                    "JwtAuthProviderReader");

    private static final String SECRET = "\"kJ8s0Qz71LmV5xTbW2yR\"";

    static Program of(Language language, Api api) {
        List<String> parts = parts(api);
        String given = String.join(", ", arguments(language, api));
        return switch (language) {
            case PYTHON -> python(parts, given);
            case JAVA -> java(parts, given);
            case KOTLIN -> kotlin(parts, given);
            case JAVASCRIPT -> javaScript(api, parts, given);
            case GO -> go(api, parts, given);
            case RUBY -> ruby(parts, given);
            case PHP -> php(parts, given);
            case C_SHARP -> cSharp(parts, given);
            case RUST -> rust(parts, given);
            default -> throw new IllegalArgumentException(language + " has a catalogue of another");
        };
    }

    /** A name for each part; any number of parts is none, or a type where there is none else. */
    private static List<String> parts(Api api) {
        boolean typed =
                api.parts().stream().anyMatch(part -> Character.isUpperCase(part.charAt(0)));
        boolean spring = api.parts().getFirst().equals("org") && !typed;
        List<String> parts = new ArrayList<>();
        for (String part : api.parts()) {
            switch (part) {
                case "*" -> parts.add("any");
                case "?" -> parts.add("thing");
                case "**" -> parts.addAll(any(parts.isEmpty(), spring));
                default -> parts.add(part);
            }
        }
        return parts;
    }

    private static List<String> any(boolean first, boolean spring) {
        return first ? List.of("thing") : spring ? List.of("Type") : List.of();
    }

    /** The rule that the use breaks. */
    static Rule expected(Api api) {
        boolean unverified =
                api.unverifiedIf().stream()
                        .anyMatch(c -> c.kind() == Check.Kind.ALWAYS && c.given().isEmpty());
        return switch (api.use()) {
            case SIGN -> Rule.LOCAL_SIGN;
            case VERIFY -> unverified ? Rule.UNVERIFIED_DECODE : Rule.LOCAL_DECODE;
            case SET_UP -> Rule.LOCAL_DECODE;
            case PEEK -> Rule.UNVERIFIED_DECODE;
            case LOOSEN -> Rule.WEAK_VALIDATION;
            case KEY -> Rule.SECRET_HARDCODED;
        };
    }

    /** How the message of the finding begins. */
    static String says(Api api) {
        return api.use() == Use.KEY ? "the key of a token" : api.name().replace("*", "");
    }

    private static List<String> arguments(Language language, Api api) {
        List<String> arguments = new ArrayList<>();
        Stream.concat(api.notIf().stream(), api.unverifiedIf().stream())
                .filter(check -> check.kind() == Check.Kind.MISSING)
                .forEach(check -> fill(arguments, check.where().place()));
        if (api.use() == Use.KEY) {
            Where where = api.key().orElseThrow();
            put(
                    arguments,
                    language,
                    where.equals(Where.ANY) ? new Where(0, "", "", false) : where,
                    SECRET);
        }
        Optional<Check> weak = api.weakIf().stream().findFirst();
        if (api.use() == Use.LOOSEN && weak.isPresent()) {
            put(arguments, language, weak.get().where(), shows(language, weak.get()));
        }
        fill(arguments, 0);
        return arguments;
    }

    private static void fill(List<String> arguments, int place) {
        while (arguments.size() <= place) {
            arguments.add("a" + arguments.size());
        }
    }

    private static void put(List<String> arguments, Language language, Where where, String value) {
        String given = value;
        if (!where.inside().isEmpty()) {
            String key = where.inside();
            given =
                    switch (language) {
                        case PYTHON -> "{\"" + key + "\": " + value + "}";
                        case GO -> "m.Options{" + key + ": " + value + "}";
                        case PHP -> "['" + key + "' => " + value + "]";
                        default -> "{" + key + ": " + value + "}";
                    };
        }
        if (where.place() < 0) {
            arguments.add(where.name() + "=" + given);
            return;
        }
        fill(arguments, where.place());
        arguments.set(where.place(), given);
    }

    private static String shows(Language language, Check check) {
        boolean capital = language == Language.PYTHON;
        return switch (check.kind()) {
            case FALSE -> capital ? "False" : "false";
            case TRUE -> capital ? "True" : "true";
            case NOTHING -> capital ? "None" : "null";
            case LONGER_THAN -> "99999999";
            case MENTIONS -> '"' + check.words().getFirst() + '"';
            case ALLOWS_NONE -> "\"none\"";
            case ANSWERS_TRUE -> "(a, b) => true";
            case CALLS_NONE -> "(a, b) => a";
            case DOES_NOTHING -> language == Language.KOTLIN ? "{ }" : "(a, b) -> { }";
            default -> "a0";
        };
    }

    private static Program file(String path, String call, String... around) {
        List<String> lines = new ArrayList<>();
        int line = 0;
        for (String one : around) {
            lines.add(one.equals("CALL") ? call : one);
            line = one.equals("CALL") ? lines.size() : line;
        }
        return new Program(path, String.join("\n", lines) + "\n", line);
    }

    private static Program python(List<String> parts, String given) {
        return file(
                "use.py",
                "    return " + String.join(".", parts) + "(" + given + ")",
                "import " + parts.getFirst(),
                "",
                "def use(a0, a1, a2, a3):",
                "CALL");
    }

    private static int type(List<String> parts) {
        for (int i = 0; i < parts.size(); i++) {
            if (Character.isUpperCase(parts.get(i).charAt(0))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isType(String name) {
        return Character.isUpperCase(name.charAt(0)) && !name.equals(name.toUpperCase(Locale.ROOT));
    }

    private static Program java(List<String> parts, String given) {
        int type = Math.max(type(parts), 0);
        String made = String.join(".", parts.subList(type, parts.size()));
        boolean creates = isType(parts.getLast());
        return file(
                "Use.java",
                "        Object made = " + (creates ? "new " : "") + made + "(" + given + ");",
                type == 0 ? "" : "import " + String.join(".", parts.subList(0, type + 1)) + ";",
                "class Use {",
                "    void use(String a0, String a1, String a2) {",
                "CALL",
                "    }",
                "}");
    }

    private static Program kotlin(List<String> parts, String given) {
        int type = type(parts);
        int from = type < 0 ? parts.size() - 1 : type;
        return file(
                "Use.kt",
                "    val made = "
                        + String.join(".", parts.subList(from, parts.size()))
                        + "("
                        + given
                        + ")",
                type == 0 ? "" : "import " + String.join(".", parts.subList(0, from + 1)),
                "fun use(a0: String, a1: String, a2: String) {",
                "CALL",
                "}");
    }

    private static Program javaScript(Api api, List<String> parts, String given) {
        if (api.isOfUnknown()) {
            return file("use.js", String.join(".", parts) + "(" + given + ");", "CALL");
        }
        List<String> members = parts.subList(1, parts.size());
        if (members.contains("super")) {
            return file(
                    "use.js",
                    "    super(" + given + ");",
                    "import { " + parts.get(1) + " } from '" + parts.getFirst() + "';",
                    "class Own extends " + parts.get(1) + " {",
                    "  constructor(a0) {",
                    "CALL",
                    "  }",
                    "}");
        }
        if (members.equals(List.of("export"))) {
            return file("use.js", "export * from '" + parts.getFirst() + "';", "CALL");
        }
        boolean call = !members.isEmpty() && members.getLast().equals("call");
        String path =
                String.join(
                        ".",
                        Stream.concat(
                                        Stream.of("m"),
                                        members.stream().limit(members.size() - (call ? 1 : 0)))
                                .toList());
        boolean creates = !members.isEmpty() && isType(members.getLast());
        return file(
                "use.js",
                "const made = "
                        + (creates ? "new " : "")
                        + path
                        + (call ? "(options)" : "")
                        + "("
                        + given
                        + ");",
                "import "
                        + (members.isEmpty() || members.getFirst().equals("default")
                                ? "m"
                                : "* as m")
                        + " from '"
                        + parts.getFirst()
                        + "';",
                "CALL");
    }

    private static Program go(Api api, List<String> parts, String given) {
        int module = 0;
        for (int i = 0; i < parts.size(); i++) {
            module = parts.get(i).contains("/") ? i : module;
        }
        String members = String.join(".", parts.subList(module + 1, parts.size()));
        boolean sets =
                api.use() == Use.LOOSEN && !api.weakIf().isEmpty() && parts.size() - module > 2;
        return file(
                "use.go",
                sets ? "\tm." + members + " = true" : "\tmade := m." + members + "(" + given + ")",
                "package use",
                "import m \"" + String.join(".", parts.subList(0, module + 1)) + "\"",
                "func use(a0 string, a1 string, a2 string, a3 string) {",
                "CALL",
                "}");
    }

    private static Program ruby(List<String> parts, String given) {
        StringBuilder path = new StringBuilder(parts.getFirst());
        for (String part : parts.subList(1, parts.size())) {
            path.append(Character.isUpperCase(part.charAt(0)) ? "::" : ".").append(part);
        }
        boolean creates = Character.isUpperCase(parts.getLast().charAt(0));
        return file(
                "use.rb",
                "  " + path + (creates ? ".new" : "") + "(" + given + ")",
                "def use(a0, a1, a2)",
                "CALL",
                "end");
    }

    private static Program php(List<String> parts, String given) {
        int type = -1;
        for (int i = 0; i < parts.size() && Character.isUpperCase(parts.get(i).charAt(0)); i++) {
            type = i;
        }
        boolean members = type < parts.size() - 1;
        String name = type < 0 ? parts.getFirst() : parts.get(type);
        StringBuilder rest = new StringBuilder();
        for (int i = type < 0 ? 1 : type + 1; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            rest.append(rest.isEmpty() ? (type < 0 ? "()->" : "::") : "->");
            rest.append(parts.get(i)).append(last ? "" : "()");
        }
        String with = "(" + given.replaceAll("\\ba(\\d)", "\\$a$1") + ")";
        String made = members ? name + rest + with : "new " + name + with;
        String call = parts.getLast().equals("class") ? "[" + name + "::class]" : made;
        String use = type > 0 ? "use " + String.join("\\", parts.subList(0, type + 1)) + ";" : "";
        return file(
                "use.php",
                "    $made = " + call + ";",
                "<?php",
                use,
                "function used($a0, $a1, $a2) {",
                "CALL",
                "}");
    }

    private static Program cSharp(List<String> parts, String given) {
        boolean creates =
                type(parts) >= 0
                        && parts.stream().allMatch(p -> Character.isUpperCase(p.charAt(0)))
                        && CREATED.contains(parts.getLast());
        return file(
                "Use.cs",
                "        var made = "
                        + (creates ? "new " : "")
                        + String.join(".", parts)
                        + "("
                        + given
                        + ");",
                "class Use {",
                "    void Go(string a0, string a1, string a2, string a3, string a4, string a5) {",
                "CALL",
                "    }",
                "}");
    }

    private static Program rust(List<String> parts, String given) {
        String path = String.join("::", parts);
        return file(
                "use.rs",
                "    let made = " + path + "(" + given + ");",
                "fn run(a0: &str, a1: &str, a2: &str) {",
                "CALL",
                "}");
    }
}
