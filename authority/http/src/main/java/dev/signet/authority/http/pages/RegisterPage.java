package dev.signet.authority.http.pages;

import java.util.Optional;

/**
 * Asks for {@code name}, {@code email} and {@code password}. The address may belong to somebody
 * already: this page never says so.
 */
public record RegisterPage(
        PageForm form,
        Person person,
        NewPassword password,
        Optional<Notice> notice,
        String loginPath)
        implements Page {
    public RegisterPage {
        LocalPath.require(loginPath);
    }

    @Override
    public String template() {
        return "register.jte";
    }

    /** Who registers. */
    public record Person(Field name, Field email) {}
}
