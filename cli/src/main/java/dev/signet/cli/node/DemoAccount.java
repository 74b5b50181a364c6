package dev.signet.cli.node;

import dev.signet.authority.Authority;
import dev.signet.authority.account.Email;
import dev.signet.authority.account.NewAccount;
import dev.signet.authority.account.Registration;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.password.Password;
import dev.signet.storage.file.PrivateFile;
import dev.signet.token.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * The account that the demo invites to sign in with. Its password is random, made at the first
 * start and kept in a file that nobody else may read, so that later starts can show it again.
 */
record DemoAccount(String email, String password) {

    private static final String EMAIL = "demo@signet.example";
    private static final int PASSWORD_BYTES = 15;
    private static final int FILE_BYTES_MAX = 256;

    /** The account of that data folder; registers it at the first start. */
    static DemoAccount of(Path data, Authority authority, SecureRandom random) {
        PrivateFile file = new PrivateFile(data.resolve("demo-password.txt"));
        if (!file.exists()) {
            file.createWith(newPassword(authority, random).getBytes(StandardCharsets.US_ASCII));
        }
        file.requirePrivate();
        String password = new String(file.read(FILE_BYTES_MAX), StandardCharsets.US_ASCII).strip();
        if (authority.accounts().byEmail(new Email(EMAIL)).isEmpty()) {
            register(password, authority);
        }
        return new DemoAccount(EMAIL, password);
    }

    private static void register(String password, Authority authority) {
        var wish = NewAccount.of(EMAIL, "Demo", new Password(password));
        Registration registration = authority.accounts().register(wish, Caller.SYSTEM);
        if (!(registration instanceof Registration.Registered)) {
            throw new IllegalStateException(
                    "the demo account was not registered: "
                            + registration.getClass().getSimpleName());
        }
    }

    /** Four characters for three bytes, and as many as the settings ask for. */
    private static String newPassword(Authority authority, SecureRandom random) {
        int lengthMin = authority.settings().passwords().min();
        byte[] bytes = new byte[Math.max(PASSWORD_BYTES, Math.ceilDiv(3 * lengthMin, 4))];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }

    @Override
    public String toString() {
        return "DemoAccount[" + email + "]";
    }
}
