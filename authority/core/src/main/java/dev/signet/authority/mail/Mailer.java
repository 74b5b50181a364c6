package dev.signet.authority.mail;

/** Carries mail. */
public interface Mailer {

    /**
     * Takes the mail on; may block for as long as its own time-out.
     *
     * @throws MailFailedException when it could not be handed over
     */
    void send(Mail mail);

    /** Whether mail arrives anywhere; if not, nobody is promised one. */
    default boolean delivers() {
        return true;
    }

    /** The mail was not handed over. */
    final class MailFailedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public MailFailedException(String message) {
            super(message);
        }

        public MailFailedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
