package dev.signet.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.storage.StoreUnavailableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateFileTest {

    private @TempDir Path folder;

    @Test
    void a_new_file_and_its_new_folders_are_for_the_owner_alone() throws Exception {
        assertThat(file().createWith("secret".getBytes(UTF_8))).isTrue();

        assertThat(permissions(file().path())).isEqualTo("rw-------");
        assertThat(permissions(file().path().getParent())).isEqualTo("rwx------");
        assertThat(file().read(6)).asString(UTF_8).isEqualTo("secret");
        try (var files = Files.list(file().path().getParent())) {
            assertThat(files).containsExactly(file().path());
        }
    }

    @Test
    void what_is_there_is_never_overwritten() {
        file().createWith("first".getBytes(UTF_8));

        assertThat(file().createWith("second".getBytes(UTF_8))).isFalse();
        file().createIfMissing();

        assertThat(file().read(100)).asString(UTF_8).isEqualTo("first");
    }

    @Test
    void of_many_who_create_it_at_once_one_succeeds_and_nobody_sees_a_part() throws Exception {
        byte[] content = "x".repeat(10_000).getBytes(UTF_8);
        Callable<Boolean> attempt =
                () -> {
                    boolean created = file().createWith(content);
                    assertThat(file().read(content.length)).isEqualTo(content);
                    return created;
                };

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(16, attempt)))
                    .filteredOn(Future::resultNow)
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------"})
    void a_file_with_more_permissions_than_600_is_refused(String permissions) throws Exception {
        file().createWith("secret".getBytes(UTF_8));
        Files.setPosixFilePermissions(file().path(), PosixFilePermissions.fromString(permissions));

        assertThatThrownBy(() -> file().read(100))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(permissions);
        assertThatThrownBy(file()::createIfMissing).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_link_is_refused() throws Exception {
        file().createWith("secret".getBytes(UTF_8));
        Path link = Files.createSymbolicLink(folder.resolve("link"), file().path());

        assertThatThrownBy(() -> new PrivateFile(link).read(100))
                .isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void a_folder_a_missing_file_and_a_longer_file_are_refused() {
        assertThatThrownBy(() -> new PrivateFile(folder).read(1))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> file().read(1)).isInstanceOf(StoreUnavailableException.class);
        file().createWith("secret".getBytes(UTF_8));
        assertThatThrownBy(() -> file().read(5)).isInstanceOf(StoreUnavailableException.class);
    }

    private PrivateFile file() {
        return new PrivateFile(folder.resolve("data").resolve("key"));
    }

    private static String permissions(Path path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
