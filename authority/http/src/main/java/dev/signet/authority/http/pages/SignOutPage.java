package dev.signet.authority.http.pages;

/** Asks whether the person really wants to sign out, so that no other site can do it for them. */
public record SignOutPage(PageForm form, String email) implements Page {
    @Override
    public String template() {
        return "sign-out.jte";
    }
}
