package dev.signet.scanner.shell;

import dev.signet.scanner.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One command of a script, with what is assigned before it.
 *
 * @param words as they stand, with quotes
 * @param pipeline the same number for commands that are joined by pipes
 * @param target the word behind {@code >} or {@code >>}
 * @param heredocs the texts that it reads
 */
public record Command(
        List<Span> words, int pipeline, Optional<Span> target, List<Heredoc> heredocs) {

    public Command {
        words = List.copyOf(words);
        heredocs = List.copyOf(heredocs);
    }

    /**
     * A text that a command reads.
     *
     * @param expanded whether variables in it become their values
     */
    public record Heredoc(Span text, boolean expanded) {}
}
