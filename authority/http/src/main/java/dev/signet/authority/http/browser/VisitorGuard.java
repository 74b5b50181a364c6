package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.http.pages.PageForm;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import dev.signet.token.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * Recognises browsers. A form is taken only from a page of ours: same origin, and with the value
 * that this browser was given.
 */
final class VisitorGuard implements Guard<Visitor> {

    static final String STALE_FORM = "stale_form";

    private static final int CSRF_BYTES = 18;
    private static final int CSRF_LENGTH = 24;

    private final Authority authority;
    private final Cookies cookies;
    private final SecureRandom random = new SecureRandom();

    VisitorGuard(Authority authority, Cookies cookies) {
        this.authority = authority;
        this.cookies = cookies;
    }

    @Override
    public Caller caller() {
        return Caller.BROWSER;
    }

    @Override
    public Admission<Visitor> admit(Request request) {
        Optional<String> known =
                request.cookie(cookies.csrfName())
                        .filter(value -> value.length() == CSRF_LENGTH)
                        .filter(value -> Base64Url.decode(value).isPresent());
        if (request.method().equals("POST")) {
            if (!isSameOrigin(request)) {
                return new Admission.Refused<>(Answer.refusal(foreignForm()));
            }
            if (!isOurForm(request, known)) {
                return new Admission.Refused<>(Answer.refusal(staleForm()));
            }
        }
        return new Admission.Admitted<>(
                new Visitor(
                        request.cookie(cookies.loginName())
                                .flatMap(authority.sessions()::ofBrowser),
                        known.orElseGet(this::newValue),
                        known.isEmpty()));
    }

    private static Problem staleForm() {
        return Problem.of(
                        403,
                        STALE_FORM,
                        "It was not sent from this site, or your browser dropped its cookie.")
                .withAction("Open the page again and send the form once more.");
    }

    /** Also somebody who opened the right page by another name of this host reads this. */
    private Problem foreignForm() {
        return Problem.of(403, STALE_FORM, "It was sent from another address than this site's.")
                .withAction("Open " + issuer() + " and send the form from there.");
    }

    private String issuer() {
        return authority.settings().issuer().toString();
    }

    private boolean isOurForm(Request request, Optional<String> known) {
        return known.isPresent()
                && request.form()
                        .find(PageForm.CSRF_FIELD)
                        .filter(sent -> same(sent, known.get()))
                        .isPresent();
    }

    private boolean isSameOrigin(Request request) {
        List<String> origins = request.headers().apply("Origin");
        return origins.isEmpty() || origins.equals(List.of(issuer()));
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private String newValue() {
        byte[] bytes = new byte[CSRF_BYTES];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }
}
