package dev.signet.chat.http.login;

import dev.signet.chat.http.authority.AuthorityEndpoints;
import dev.signet.chat.http.browser.BrowserCookies;
import dev.signet.chat.http.browser.RandomValues;
import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code GET /login}: sends the browser to the authority. */
final class LoginEndpoint {

    private static final Pattern LOOPBACK =
            Pattern.compile("(?:127\\.0\\.0\\.1|\\[::1])(?::[0-9]{1,5})?");

    private final LoginSettings settings;
    private final AuthorityEndpoints authority;
    private final SignInAttempts attempts;
    private final BrowserCookies cookies;
    private final RandomValues random;
    private final BackendLimits.SignIn limits;

    LoginEndpoint(LoginParts parts, SignInAttempts attempts) {
        this.settings = parts.settings();
        this.authority = parts.endpoints();
        this.attempts = attempts;
        this.cookies = parts.cookies();
        this.random = parts.random();
        this.limits = parts.limits();
    }

    /** Several sign-ins of one browser may be on their way; they share its cookie. */
    Answer answer(Request request) {
        if (cameByAddress(request)) {
            return Answer.redirect(settings.callback().resolve("/login"));
        }
        String browser =
                request.cookie(cookies.signInName())
                        .filter(RandomValues::hasForm)
                        .orElseGet(random::next);
        SignInAttempts.Begun begun = attempts.begin(browser);
        return Answer.redirect(authority.authorize(query(begun)))
                .with("Set-Cookie", cookies.signIn(browser, limits.attemptLife()).header());
    }

    /**
     * A browser keeps cookies by name: one that opened {@code 127.0.0.1} would come back to {@code
     * localhost} without its own. Only these two are known to be the same machine.
     */
    private boolean cameByAddress(Request request) {
        return settings.callback().getHost().equals("localhost")
                && request.header("Host").filter(LOOPBACK.asMatchPredicate()).isPresent();
    }

    private String query(SignInAttempts.Begun begun) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", settings.clientId());
        query.put("redirect_uri", settings.callback().toString());
        query.put("scope", LoginSettings.SCOPE);
        query.put("state", begun.state());
        query.put("nonce", begun.attempt().nonce());
        query.put("code_challenge", RandomValues.hash(begun.attempt().codeVerifier()));
        query.put("code_challenge_method", "S256");
        return query.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
