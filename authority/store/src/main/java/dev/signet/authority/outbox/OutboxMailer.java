package dev.signet.authority.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.signet.authority.mail.Mail;
import dev.signet.authority.mail.Mailer;
import dev.signet.storage.StoreUnavailableException;
import dev.signet.storage.file.PrivateFile;
import dev.signet.token.access.Environment;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each mail into a file of its own, which only the owner of the folder can read. For
 * development and tests; elsewhere it refuses to take mail on.
 */
public final class OutboxMailer implements Mailer {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxMailer.class);

    private final Path folder;
    private final Environment environment;
    private final InstantSource clock;
    private final RandomGenerator random;

    /**
     * @param folder such as {@code data/outbox}; made when the first mail comes
     */
    public OutboxMailer(
            Path folder, Environment environment, InstantSource clock, RandomGenerator random) {
        this.folder = folder;
        this.environment = environment;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public void send(Mail mail) {
        if (!delivers()) {
            throw new MailFailedException("no mail server is configured for " + environment.code());
        }
        Path file = folder.resolve(name());
        try {
            new PrivateFile(file).createWith(text(mail).getBytes(UTF_8));
        } catch (StoreUnavailableException e) {
            throw new MailFailedException("the outbox cannot be written", e);
        }
        LOG.info("event=mail_written file={}", file);
    }

    @Override
    public boolean delivers() {
        return !environment.isLive();
    }

    private String name() {
        return "%d-%016x.txt".formatted(clock.millis(), random.nextLong());
    }

    private static String text(Mail mail) {
        return "To: %s%nSubject: %s%n%n%s".formatted(mail.to(), mail.subject(), mail.text());
    }
}
