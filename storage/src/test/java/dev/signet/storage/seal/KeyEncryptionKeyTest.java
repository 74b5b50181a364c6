package dev.signet.storage.seal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.storage.StoreUnavailableException;
import dev.signet.storage.seal.KeyEncryptionKey.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyEncryptionKeyTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String GOOD = "3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=";

    private @TempDir Path folder;

    @Test
    void a_key_from_a_setting_says_so_and_is_never_printed() {
        KeyEncryptionKey key = KeyEncryptionKey.fromBase64(GOOD);

        assertThat(key.origin()).hasToString("setting");
        assertThat(key).hasToString("KeyEncryptionKey[hidden, setting]");
    }

    static Stream<String> badKeys() {
        return Stream.of(
                "",
                "not base64!",
                GOOD.substring(0, 43),
                GOOD + "=",
                GOOD + "\n",
                " " + GOOD,
                GOOD.replace('+', '-'),
                GOOD.replace("hs=", "ht="), // the same bytes, spelled with a trailing bit
                Base64.getEncoder().encodeToString(new byte[31]),
                Base64.getEncoder().encodeToString(new byte[33]),
                Base64.getEncoder().encodeToString(new byte[32]),
                Base64.getEncoder().encodeToString("x".repeat(32).getBytes(US_ASCII)));
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    void anything_but_32_random_bytes_in_canonical_base64_is_refused(String text) {
        assertThatThrownBy(() -> KeyEncryptionKey.fromBase64(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl rand -base64 32")
                .hasNoCause();
    }

    @Test
    void a_key_file_is_made_once_and_opens_what_it_sealed() throws Exception {
        KeyEncryptionKey made = KeyEncryptionKey.loadOrCreate(file(), RANDOM);
        KeyEncryptionKey loaded = KeyEncryptionKey.loadOrCreate(file(), RANDOM);

        assertThat(made.origin()).isEqualTo(new Origin.Created(file()));
        assertThat(loaded.origin()).isEqualTo(new Origin.Loaded(file()));
        assertThat(Files.readString(file())).matches("[A-Za-z0-9+/]{43}=\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        SealedBox box = made.forPurpose("test", RANDOM).seal(new byte[] {1}, "row 1");
        assertThat(loaded.forPurpose("test", RANDOM).open(box, "row 1"))
                .isInstanceOf(Opening.Opened.class);
    }

    @Test
    void two_key_files_hold_different_keys() throws Exception {
        Path other = folder.resolve("other");
        KeyEncryptionKey.loadOrCreate(file(), RANDOM);
        KeyEncryptionKey.loadOrCreate(other, RANDOM);

        assertThat(Files.readString(file())).isNotEqualTo(Files.readString(other));
    }

    @Test
    void a_key_file_that_others_may_read_is_refused() throws Exception {
        KeyEncryptionKey.loadOrCreate(file(), RANDOM);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> KeyEncryptionKey.loadOrCreate(file(), RANDOM))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void a_key_file_without_a_good_key_is_refused_and_left_as_it_is() throws Exception {
        Files.writeString(file(), "hunter2");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> KeyEncryptionKey.loadOrCreate(file(), RANDOM))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining(file().toString())
                .message()
                .doesNotContain("hunter2");
        assertThat(file()).content().isEqualTo("hunter2");
    }

    private Path file() {
        return folder.resolve("key-encryption.key");
    }
}
