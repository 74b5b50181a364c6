package dev.signet.authority.http.pages;

import java.util.Optional;

/**
 * Asks for {@code email} and {@code password}.
 *
 * @param email what stands in the field already; empty at first
 * @param application the name of the client that asked, if one did
 * @param notice why the form is shown again
 */
public record LoginPage(
        PageForm form,
        String email,
        Optional<String> application,
        Optional<Notice> notice,
        Links links)
        implements Page {

    @Override
    public String template() {
        return "login.jte";
    }

    /**
     * Ways past the login, each a path of this origin; absent where the authority does not offer
     * it.
     */
    public record Links(Optional<String> register, Optional<String> forgotPassword) {
        public Links {
            register.ifPresent(LocalPath::require);
            forgotPassword.ifPresent(LocalPath::require);
        }
    }
}
