package dev.signet.authority.http.pages;

/** Asks for the single-use {@code code} from a mail that proves an e-mail address. */
public record VerifyEmailPage(PageForm form, Field code) implements Page {
    @Override
    public String template() {
        return "verify-email.jte";
    }
}
