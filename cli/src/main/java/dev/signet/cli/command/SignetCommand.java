package dev.signet.cli.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All commands. */
@Command(
        name = "signet",
        description =
                "The single source of truth for JWTs: one authority issues, validates and revokes.",
        mixinStandardHelpOptions = true,
        version = "signet 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            BackendCommand.class,
            ClientsCommand.class,
            ConfigCommand.class,
            TokenCommand.class,
            ScanCommand.class,
        })
public final class SignetCommand {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private SignetCommand() {}

    /** Runs the command of those words and returns its exit status. */
    public static int run(String... arguments) {
        return run(new CommandLine(new SignetCommand()), arguments);
    }

    /** The same, with another place to write to. */
    static int run(Terminal terminal, String... arguments) {
        CommandLine line =
                new CommandLine(new SignetCommand()).setOut(terminal.out()).setErr(terminal.err());
        return run(line, arguments);
    }

    private static int run(CommandLine line, String... arguments) {
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, _) -> {
            command.getErr().println("signet: " + Failures.sentence(failure));
            return FAILED;
        });
        line.setExecutionStrategy(SignetCommand::runUnlessMisspelled);
        if (arguments.length == 0) {
            line.usage(line.getOut());
            return MISUSED;
        }
        return line.execute(arguments);
    }

    /** A word that no command knows is a mistake, also beside {@code --help}. */
    private static int runUnlessMisspelled(CommandLine.ParseResult parsed) {
        for (CommandLine command : parsed.asCommandLineList()) {
            List<String> unknown = command.getParseResult().unmatched();
            if (!unknown.isEmpty()) {
                throw new CommandLine.UnmatchedArgumentException(command, unknown);
            }
        }
        return new CommandLine.RunLast().execute(parsed);
    }
}
