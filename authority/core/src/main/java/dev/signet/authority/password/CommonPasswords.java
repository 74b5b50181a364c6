package dev.signet.authority.password;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that people choose so often that attackers try them first. */
public final class CommonPasswords {

    private final Set<String> passwords;

    private CommonPasswords(Set<String> passwords) {
        this.passwords = Set.copyOf(passwords);
    }

    /** The list that comes with the authority. */
    public static CommonPasswords bundled() {
        InputStream list = CommonPasswords.class.getResourceAsStream("common-passwords.txt");
        try (var lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(list), UTF_8))) {
            return new CommonPasswords(
                    lines.lines()
                            .filter(line -> !line.startsWith("# "))
                            .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether that password is on the list, in whatever case. */
    public boolean contains(String password) {
        return passwords.contains(password.toLowerCase(Locale.ROOT));
    }

    int size() {
        return passwords.size();
    }
}
