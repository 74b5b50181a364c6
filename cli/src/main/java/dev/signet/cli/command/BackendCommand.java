package dev.signet.cli.command;

import dev.signet.cli.node.ChatNode;
import dev.signet.cli.node.Runtime;
import dev.signet.config.Settings;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the chat backend against an authority elsewhere. */
@Command(
        name = "backend",
        description = "Run the chat backend against an authority.",
        mixinStandardHelpOptions = true)
final class BackendCommand implements Callable<Integer> {

    @Mixin private SettingsOptions options = new SettingsOptions();

    @Option(names = "--port", description = "Port of the chat.")
    private @Nullable Integer port;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        options.override("chat.port", port);
        Optional<Settings> settings =
                options.settings(dev.signet.config.source.Command.BACKEND, Terminal.of(spec).err());
        if (settings.isEmpty()) {
            return SignetCommand.MISUSED;
        }
        try (Runtime runtime = Runtime.start()) {
            runtime.add(ChatNode.start(runtime.vertx(), settings.get()));
            runtime.waitForSignal();
        }
        return SignetCommand.DONE;
    }
}
