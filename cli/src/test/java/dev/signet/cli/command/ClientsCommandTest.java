package dev.signet.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators type to register clients. */
class ClientsCommandTest {

    @TempDir private Path folder;

    @Test
    void the_data_folder_may_stand_before_or_behind_the_subcommand() {
        String data = folder.resolve("data").toString();
        String environment = "environment=test";

        assertThat(
                        SignetCommand.run(
                                "clients",
                                "add",
                                "orders",
                                "--kind=service",
                                "--data",
                                data,
                                "--set",
                                environment))
                .isZero();
        assertThat(SignetCommand.run("clients", "--data", data, "--set", environment, "list"))
                .isZero();
        assertThat(
                        SignetCommand.run(
                                "clients",
                                "--data",
                                data,
                                "add",
                                "orders",
                                "--kind=service",
                                "--set",
                                environment))
                .as("the id is taken in the same folder")
                .isEqualTo(1);
        assertThat(Files.exists(folder.resolve("data").resolve("authority.db"))).isTrue();
    }
}
