package dev.signet.authority.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class Argon2HasherTest {

    private static final Password RIGHT = new Password("a good long passphrase");

    private final Argon2Hasher hasher = new Argon2Hasher();

    @Test
    void a_hash_names_its_parameters_and_fits_its_password_alone() {
        PasswordHash hash = hasher.hash(RIGHT);

        assertThat(hash.phc()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(hasher.matches(RIGHT, hash)).isTrue();
        assertThat(hasher.matches(new Password("a good long passphrasE"), hash)).isFalse();
        assertThat(hasher.hash(RIGHT)).isNotEqualTo(hash);
        assertThat(hasher.needsRehash(hash)).isFalse();
        assertThat(hash).hasToString("PasswordHash[hidden]");
    }

    @Test
    void a_weaker_hash_still_fits_and_is_to_be_replaced() {
        var weaker = new Argon2PasswordEncoder(16, 32, 1, 4096, 1);
        var hash = new PasswordHash(weaker.encode(RIGHT.text()));

        assertThat(hasher.matches(RIGHT, hash)).isTrue();
        assertThat(hasher.needsRehash(hash)).isTrue();
    }
}
