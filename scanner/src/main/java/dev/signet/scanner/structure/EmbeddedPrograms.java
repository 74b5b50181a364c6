package dev.signet.scanner.structure;

import dev.signet.scanner.language.Language;
import java.util.Optional;
import java.util.Set;

/** Programs that run code given on their command line. */
final class EmbeddedPrograms {

    private static final Set<String> CODE_OPTIONS =
            Set.of("-c", "-e", "--eval", "-p", "--print", "-pe", "eval", "-uc", "-Bc", "-Ic");

    private EmbeddedPrograms() {}

    static Optional<Language> language(String program) {
        if (program.startsWith("python") || program.equals("pypy3")) {
            return Optional.of(Language.PYTHON);
        }
        return switch (program) {
            case "node", "nodejs", "deno", "bun" -> Optional.of(Language.JAVASCRIPT);
            case "tsx", "ts-node" -> Optional.of(Language.TYPESCRIPT);
            case "ruby", "irb" -> Optional.of(Language.RUBY);
            default -> Optional.empty();
        };
    }

    static boolean takesCode(String option) {
        return CODE_OPTIONS.contains(option);
    }
}
