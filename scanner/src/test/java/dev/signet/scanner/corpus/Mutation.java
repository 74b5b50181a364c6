package dev.signet.scanner.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ways to write the same program differently. */
enum Mutation {
    BLANK_LINES {
        @Override
        Mutated apply(Mutated file, String language, Random random) {
            return file.spread(line ->
                    beginsAnew(line.text()) && random.nextInt(3) == 0
                            ? List.of(new Mutated.Line("", 0), line)
                            : List.of(line));
        }

        private static boolean beginsAnew(String text) {
            return !text.isEmpty() && Character.isLetter(text.charAt(0));
        }
    },
    OTHER_LINE_ENDS {
        @Override
        Mutated apply(Mutated file, String language, Random random) {
            return file.endedBy("\r\n");
        }
    },
    DEEPER_INDENTATION {
        @Override
        Mutated apply(Mutated file, String language, Random random) {
            return file.eachLine(line -> indentation(line) + line);
        }

        private static String indentation(String line) {
            return line.substring(0, line.length() - line.stripLeading().length());
        }
    },
    ALIASED_IMPORTS {
        @Override
        Mutated apply(Mutated file, String language, Random random) {
            String alias = "q" + random.nextInt(1_000);
            for (Alias way : Alias.ALL) {
                if (way.languages().contains(language)) {
                    Mutated aliased = way.apply(file, alias);
                    if (!aliased.equals(file)) {
                        return aliased;
                    }
                }
            }
            return file;
        }
    },
    RENAMED_LOCALS {
        private static final List<String> NEUTRAL =
                List.of("decoded", "found", "info", "raw", "row", "item", "parsed", "tmp");

        @Override
        Mutated apply(Mutated file, String language, Random random) {
            Mutated renamed = file;
            for (String name : NEUTRAL) {
                if (isLocal(name, file.text())) {
                    String other = "v" + random.nextInt(1_000) + "x";
                    renamed = renamed.eachLine(l -> l.replaceAll("\\b" + name + "\\b", other));
                }
            }
            return renamed;
        }

        /** Never a member, a key, a part of a text or of a named argument. */
        private static boolean isLocal(String name, String text) {
            return !Pattern.compile(
                            "[.'\"$@:>/-]" + name + "\\b|\\b" + name + "['\"]?\\s*[:=](?!=)\\S")
                    .matcher(text)
                    .find();
        }
    },
    IMPORTS_AT_THE_END {
        @Override
        Mutated apply(Mutated file, String language, Random random) {
            if (!language.equals("python")) {
                return file;
            }
            List<Mutated.Line> rest = new ArrayList<>();
            List<Mutated.Line> imports = new ArrayList<>();
            for (Mutated.Line line : file.lines()) {
                boolean moves =
                        line.text().matches("(import|from) [^(]*") && !line.text().contains("__");
                (moves ? imports : rest).add(line);
            }
            rest.addAll(imports);
            return new Mutated(rest, file.lineEnd());
        }
    },
    WRAPPED {
        @Override
        Mutated apply(Mutated file, String language, Random random) {
            return switch (language) {
                case "python" -> wrapped(file, "if True:", "");
                case "ruby" -> wrapped(file, "begin", "end");
                default -> file;
            };
        }

        private static Mutated wrapped(Mutated file, String before, String after) {
            List<Mutated.Line> lines = new ArrayList<>();
            lines.add(new Mutated.Line(before, 0));
            for (Mutated.Line line : file.lines()) {
                String text = line.text().isEmpty() ? "" : "    " + line.text();
                lines.add(new Mutated.Line(text, line.origin()));
            }
            lines.add(new Mutated.Line(after, 0));
            return new Mutated(lines, file.lineEnd());
        }
    };

    abstract Mutated apply(Mutated file, String language, Random random);

    /**
     * How a language gives an imported name another one.
     *
     * @param imported a line whose first group is the name
     * @param written the line with a new name, where {@code $0} is the old line
     * @param used how the name is used, where {@code NAME} is the name
     * @param instead the use under the new name
     */
    private record Alias(
            Set<String> languages, Pattern imported, String written, String used, String instead) {

        static final List<Alias> ALL =
                List.of(
                        new Alias(
                                Set.of("python"),
                                Pattern.compile("(?:from [\\w.]+ )?import (\\w+)"),
                                "$0 as ALIAS",
                                "(?<![.\\w])NAME(?=[.(,)])",
                                "ALIAS"),
                        new Alias(
                                Set.of("javascript", "typescript"),
                                Pattern.compile("(?:const|let|var) (\\w+) = require\\(.*"),
                                "",
                                "(?<![.\\w'\"@/-])NAME(?=[.(]| = require)",
                                "ALIAS"),
                        new Alias(
                                Set.of("go"),
                                Pattern.compile("\\s*\"github.com/golang-jwt/(jwt)/v5\""),
                                "ALIAS $0",
                                "(?<![.\\w/])NAME(?=\\.)",
                                "ALIAS"),
                        new Alias(
                                Set.of("php"),
                                Pattern.compile("use Firebase\\\\JWT\\\\(JWT);"),
                                "use Firebase\\\\JWT\\\\JWT as ALIAS;",
                                "(?<![\\\\\\w])NAME(?=::)",
                                "ALIAS"),
                        new Alias(
                                Set.of("kotlin"),
                                Pattern.compile("import io\\.jsonwebtoken\\.(Jwts)"),
                                "$0 as ALIAS",
                                "(?<![.\\w])NAME(?=\\.|\\n)",
                                "ALIAS"));

        Mutated apply(Mutated file, String alias) {
            for (Mutated.Line line : file.lines()) {
                Matcher found = imported.matcher(line.text());
                if (found.matches()) {
                    return rename(file, line, found.group(1), alias);
                }
            }
            return file;
        }

        private Mutated rename(Mutated file, Mutated.Line declared, String name, String alias) {
            Pattern uses = Pattern.compile(used.replace("NAME", Pattern.quote(name)));
            return file.eachLine(line -> {
                if (line.equals(declared.text()) && !written.isEmpty()) {
                    String now = written.replace("ALIAS", alias);
                    return imported.matcher(line).replaceFirst(now);
                }
                return uses.matcher(line).replaceAll(instead.replace("ALIAS", alias));
            });
        }
    }
}
