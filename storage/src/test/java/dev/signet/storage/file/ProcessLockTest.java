package dev.signet.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.storage.StoreUnavailableException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessLockTest {

    private @TempDir Path folder;

    /** Takes the lock, tries to take it again, and keeps it until it is killed. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            Path file = Path.of(arguments[0]);
            try (var _ = ProcessLock.take(file)) {
                assertThatThrownBy(() -> ProcessLock.take(file))
                        .isInstanceOf(StoreUnavailableException.class);
                assertThat(ProcessLock.isHeld(file)).isTrue();
                System.out.println("taken");
                System.in.read();
            }
        }
    }

    @Test
    void one_holds_it_at_a_time_and_the_next_after_it_was_given_back() {
        assertThat(ProcessLock.isHeld(file())).isFalse();
        assertThat(file()).doesNotExist();
        ProcessLock first = ProcessLock.take(file());

        assertThat(ProcessLock.isHeld(file())).isTrue();
        assertRefused();
        first.close();
        first.close();
        assertThat(ProcessLock.isHeld(file())).isFalse();

        ProcessLock.take(file()).close();
    }

    @Test
    void another_process_is_refused_until_the_first_is_killed() throws Exception {
        Process holder = holder();
        try {
            var said =
                    new BufferedReader(
                            new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
            assertThat(said.readLine()).isEqualTo("taken");

            assertRefused();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        ProcessLock.take(file()).close();
    }

    private Process holder() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private void assertRefused() {
        assertThatThrownBy(() -> ProcessLock.take(file()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessage(folder + " is in use by another process; stop that one");
    }

    private Path file() {
        return folder.resolve("authority.lock");
    }
}
