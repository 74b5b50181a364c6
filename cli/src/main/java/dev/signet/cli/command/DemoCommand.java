package dev.signet.cli.command;

import dev.signet.cli.node.Demo;
import dev.signet.cli.node.Runtime;
import dev.signet.config.Settings;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything on this machine, with nothing to configure. */
@Command(
        name = "demo",
        description = "Run the authority and the chat backend on this machine.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Option(names = "--port", description = "Port of the authority (default: 8080).")
    private @Nullable Integer port;

    @Option(names = "--chat-port", description = "Port of the chat (default: 8081).")
    private @Nullable Integer chatPort;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        options.override("authority.port", port);
        options.override("chat.port", chatPort);
        Terminal terminal = Terminal.of(spec);
        Optional<Settings> settings =
                options.settings(dev.signet.config.source.Command.DEMO, terminal.err());
        if (settings.isEmpty()) {
            return SignetCommand.MISUSED;
        }
        try (Runtime runtime = Runtime.start()) {
            print(Demo.start(runtime, settings.get()), terminal.out());
            runtime.waitForSignal();
        }
        return SignetCommand.DONE;
    }

    private static void print(Demo.Invitation invitation, PrintWriter out) {
        out.printf(
                """

                Signet is ready.

                  Chat       %s
                  Authority  %s
                  Account    %s
                  Password   %s

                Try it: open the chat, sign in and ask "Which sessions do I have?"
                Or with curl:

                  curl -s %s/auth/login -H 'Content-Type: application/json' \\
                    -d '{"email":"%s","password":"%s"}'

                Ctrl-C stops it.
                """,
                invitation.chatUrl(),
                invitation.authorityUrl(),
                invitation.email(),
                invitation.password(),
                invitation.authorityUrl(),
                invitation.email(),
                invitation.password());
        out.flush();
    }
}
