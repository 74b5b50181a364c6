package dev.signet.authority.http.pages;

/**
 * Asks for the single-use {@code code} from a mail and a new {@code password}. The code is typed or
 * pasted, so that no address and no log ever holds it.
 */
public record ResetPasswordPage(PageForm form, Field code, NewPassword password) implements Page {
    @Override
    public String template() {
        return "reset-password.jte";
    }
}
