package dev.signet.authority.http.pages;

import java.util.Optional;

/** Asks for the {@code email} that a link for a new password is sent to. */
public record ForgotPasswordPage(
        PageForm form, Field email, Optional<Notice> notice, String loginPath) implements Page {
    public ForgotPasswordPage {
        LocalPath.require(loginPath);
    }

    @Override
    public String template() {
        return "forgot-password.jte";
    }
}
