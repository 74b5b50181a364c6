package dev.signet.authority.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.authority.mail.Mail;
import dev.signet.authority.mail.Mailer.MailFailedException;
import dev.signet.testkit.MovableClock;
import dev.signet.token.access.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxMailerTest {

    private static final Mail MAIL = new Mail("alice@example.org", "Hello", "the text\n");

    @TempDir private Path folder;

    @Test
    void each_mail_becomes_a_file_for_the_owner_alone() throws Exception {
        OutboxMailer mailer = mailer(Environment.DEVELOPMENT);
        assertThat(mailer.delivers()).isTrue();
        mailer.send(MAIL);
        mailer.send(MAIL);

        List<Path> files = files();
        assertThat(files).hasSize(2);
        assertThat(files.getFirst())
                .content()
                .contains("To: alice@example.org", "Subject: Hello", "the text");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getFirst())))
                .isEqualTo("rw-------");
    }

    @Test
    void where_mail_is_for_real_people_it_is_refused_and_nothing_is_written() {
        for (Environment real : List.of(Environment.STAGING, Environment.PRODUCTION)) {
            assertThat(mailer(real).delivers()).isFalse();
            assertThatThrownBy(() -> mailer(real).send(MAIL))
                    .isInstanceOf(MailFailedException.class);
        }
        assertThat(folder.resolve("outbox")).doesNotExist();
    }

    private List<Path> files() throws Exception {
        try (var files = Files.list(folder.resolve("outbox"))) {
            return files.toList();
        }
    }

    private OutboxMailer mailer(Environment environment) {
        return new OutboxMailer(
                folder.resolve("outbox"), environment, MovableClock.start(), new SecureRandom());
    }
}
