package dev.signet.cli.command;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes: results to {@code out}, everything else to {@code err}. */
record Terminal(PrintWriter out, PrintWriter err) {

    static Terminal of(@Nullable CommandSpec spec) {
        if (spec == null) {
            throw new IllegalStateException("the command was not parsed");
        }
        return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}
