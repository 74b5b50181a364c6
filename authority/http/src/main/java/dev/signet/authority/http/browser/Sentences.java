package dev.signet.authority.http.browser;

import dev.signet.authority.password.Weakness;
import dev.signet.authority.settings.PasswordLengths;

/** What people read when something is refused, the same on pages and in problems. */
public final class Sentences {

    public static final String WRONG_CREDENTIALS = "E-mail address or password is wrong.";
    public static final String DISABLED = "This account is disabled.";
    public static final String LOCKED =
            "Too many failed attempts. Sign-in to this account is paused for a while.";
    public static final String TOO_MANY = "Too many attempts. Please wait a moment.";
    public static final String OVERLOADED = "Too much is going on right now. Please try again.";
    public static final String BAD_EMAIL = "This is not an e-mail address.";
    public static final String BAD_NAME =
            "A name has 1 to 100 characters, and none that controls the text.";
    public static final String BAD_CODE = "This code is not good, or not any more.";
    public static final String MAIL_SENT =
            "If the address has an account, a mail is on its way to it.";
    public static final String NO_MAIL =
            "This installation cannot send mail, so no code will come. Ask the people who run it.";

    private Sentences() {}

    /** Why a password is not accepted. */
    public static String of(Weakness weakness, PasswordLengths lengths) {
        return switch (weakness) {
            case TOO_SHORT ->
                    "The password is too short: take at least " + lengths.min() + " characters.";
            case TOO_LONG ->
                    "The password is too long: take at most " + lengths.max() + " characters.";
            case COMMON -> "Many people use this password, so it is easy to guess.";
            case CONTAINS_EMAIL -> "The password contains your own name, so it is easy to guess.";
        };
    }
}
