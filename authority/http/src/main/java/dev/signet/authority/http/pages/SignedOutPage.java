package dev.signet.authority.http.pages;

import java.util.Optional;

/** Confirms that the login has ended. */
public record SignedOutPage(Optional<Link> next) implements Page {
    @Override
    public String template() {
        return "signed-out.jte";
    }
}
