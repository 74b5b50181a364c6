package com.acme.tools;

import com.acme.mail.EmailVerificationService;
import com.acme.parsing.Parser;
import com.acme.parsing.Token;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.csrf.CsrfTokenRepository;

class Lookalikes2 {

    private static final Pattern BEARER = Pattern.compile("Bearer (.+)");

    private final PasswordEncoder encoder;
    private final EmailVerificationService emails;
    private final CsrfTokenRepository csrf;

    Lookalikes2(PasswordEncoder encoder, EmailVerificationService emails, CsrfTokenRepository csrf) {
        this.encoder = encoder;
        this.emails = emails;
        this.csrf = csrf;
    }

    boolean verifyEmailToken(String token) {
        return emails.verify(token);
    }

    boolean checkPassword(String raw, String stored) {
        return encoder.matches(raw, stored);
    }

    List<Token> parse(String source) {
        Parser parser = new Parser();
        return parser.parse(source).tokens();
    }

    String hash(String password) {
        return encoder.encode(password);
    }

    String bearer(String header) {
        var matcher = BEARER.matcher(header);
        return matcher.matches() ? matcher.group(1) : "";
    }

    void forget(jakarta.servlet.http.HttpServletResponse response) {
        csrf.saveToken(null, null, response);
    }
}
