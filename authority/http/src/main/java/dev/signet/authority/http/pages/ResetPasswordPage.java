package dev.signet.authority.http.pages;

/**
 * Asks for a new {@code password}. The single-use token travels as a hidden field of the form.
 *
 * @param email whose password it is, for the browser's password store; empty if not to be told
 */
public record ResetPasswordPage(PageForm form, String email, NewPassword password) implements Page {
    @Override
    public String template() {
        return "reset-password.jte";
    }
}
