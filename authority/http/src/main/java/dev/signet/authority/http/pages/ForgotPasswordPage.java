package dev.signet.authority.http.pages;

import java.util.Optional;

/**
 * Asks for the {@code email} that a code for a new password is sent to.
 *
 * @param sendsMail whether this installation can send any
 */
public record ForgotPasswordPage(
        PageForm form, Field email, Optional<Notice> notice, String loginPath, boolean sendsMail)
        implements Page {
    public ForgotPasswordPage {
        LocalPath.require(loginPath);
    }

    @Override
    public String template() {
        return "forgot-password.jte";
    }
}
