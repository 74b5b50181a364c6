package dev.signet.authority.password;

import dev.signet.authority.settings.PasswordLengths;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Length and a list of common passwords, no classes of characters (NIST SP 800-63B §3.1.1.2). */
public final class PasswordRules {

    private static final int NAME_MIN = 4;
    private static final Pattern ONE_PIECE_REPEATED = Pattern.compile("(.{1,4})\\1+.{0,3}");
    private static final Pattern PRODUCT_ALONE = Pattern.compile("[^a-z]*(signet[^a-z]*)+");

    private final CommonPasswords common;
    private final PasswordLengths lengths;

    public PasswordRules(CommonPasswords common, PasswordLengths lengths) {
        this.common = common;
        this.lengths = lengths;
    }

    /**
     * The first rule that the password breaks; empty when it is good.
     *
     * @param emailName what stands before the {@code @} of the account's address
     */
    public Optional<Weakness> weakness(Password password, String emailName) {
        if (password.length() < lengths.min()) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (password.length() > lengths.max()) {
            return Optional.of(Weakness.TOO_LONG);
        }
        String text = password.text().toLowerCase(Locale.ROOT);
        if (emailName.length() >= NAME_MIN && text.contains(emailName.toLowerCase(Locale.ROOT))) {
            return Optional.of(Weakness.CONTAINS_EMAIL);
        }
        return isCommon(text) ? Optional.of(Weakness.COMMON) : Optional.empty();
    }

    private boolean isCommon(String text) {
        return common.contains(text)
                || ONE_PIECE_REPEATED.matcher(text).matches()
                || PRODUCT_ALONE.matcher(text).matches();
    }
}
