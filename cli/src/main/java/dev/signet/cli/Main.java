package dev.signet.cli;

import dev.signet.cli.command.SignetCommand;

/** Runs one command and exits with its status. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(SignetCommand.run(arguments));
    }
}
