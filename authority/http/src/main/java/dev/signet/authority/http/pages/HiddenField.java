package dev.signet.authority.http.pages;

/**
 * A value that a form carries unseen, such as the authorization request that goes on after the
 * login.
 */
public record HiddenField(String name, String value) {
    public HiddenField {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a hidden field needs a name");
        }
    }
}
