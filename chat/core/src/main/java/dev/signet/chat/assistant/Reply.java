package dev.signet.chat.assistant;

import dev.signet.chat.agent.AgentRun;

/** An answer on its way to the user, part by part, each in a few pieces that end with a line. */
final class Reply {
    private static final int PIECES_MAX = 12;
    private static final String BETWEEN_PARTS = "\n\n";

    private final AgentRun run;
    private boolean begun;

    Reply(AgentRun run) {
        this.run = run;
    }

    /** Adds a part; not blank. */
    void add(String part) {
        if (begun) {
            run.answer(BETWEEN_PARTS);
        }
        begun = true;
        String[] lines = part.strip().split("(?<=\n)", -1);
        int linesAtOnce = Math.ceilDiv(lines.length, PIECES_MAX);
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < lines.length; i++) {
            piece.append(lines[i]);
            if ((i + 1) % linesAtOnce == 0 || i == lines.length - 1) {
                run.answer(piece.toString());
                piece.setLength(0);
            }
        }
    }
}
