package dev.signet.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FileTroubleTest {

    @Test
    void every_failure_comes_with_what_helps() {
        assertThat(FileTrouble.of(new AccessDeniedException("/d/f")))
                .contains("permission denied", "let the user");
        assertThat(FileTrouble.of(new FileSystemException("/d", null, "Operation not permitted")))
                .contains("permission denied");
        assertThat(FileTrouble.of(new NoSuchFileException("/d/f"))).contains("create it");
        assertThat(FileTrouble.of(new IOException("No space left on device")))
                .contains("full", "free some space");
        assertThat(FileTrouble.of(new FileSystemException("/d", null, "No space left on device")))
                .contains("full", "free some space");
        assertThat(FileTrouble.of(new FileSystemException("/d", null, "Read-only file system")))
                .contains("read-only", "mount");
        assertThat(FileTrouble.of(new FileSystemException("/d", null, "Not a directory")))
                .contains("no folder", "move it away");
        assertThat(FileTrouble.of(new IOException())).isEqualTo("the disk failed");
        assertThat(FileTrouble.of(new IOException("Input/output error")))
                .isEqualTo("Input/output error");
    }
}
