package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.grant.AuthorizationCheck;
import dev.signet.authority.session.Session;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Parameters;
import dev.signet.http.message.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /oauth2/authorize} (RFC 6749 §4.1.1, OpenID Connect Core §3.1.2.1). Who is signed in
 * already goes straight back with a code: clients are registered by the operator, so there is no
 * consent to ask for.
 */
final class AuthorizeEndpoint {

    private final Authority authority;
    private final PageAnswers answers;

    AuthorizeEndpoint(Authority authority, PageAnswers answers) {
        this.authority = authority;
        this.answers = answers;
    }

    Answer answer(Request request, Visitor visitor) {
        Parameters query = request.queryParameters();
        AuthorizationCheck check = authority.authorizations().check(AuthorizeQuery.request(query));
        return switch (check) {
            case AuthorizationCheck.Untrusted(var why) ->
                    answers.error(
                            400,
                            "This sign-in request is not right",
                            why,
                            Optional.of("Go back to the application and try again."));
            case AuthorizationCheck.Denied denied ->
                    back(denied.redirectUri(), denied.state(), error(denied));
            case AuthorizationCheck.Accepted accepted ->
                    decide(request, query, accepted, visitor.session());
        };
    }

    private static Map<String, String> error(AuthorizationCheck.Denied denied) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("error", denied.error().code());
        parameters.put("error_description", denied.description());
        return parameters;
    }

    private Answer decide(
            Request request,
            Parameters query,
            AuthorizationCheck.Accepted accepted,
            Optional<Session> session) {
        Optional<String> prompt = query.find("prompt");
        boolean signedIn = session.isPresent() && !prompt.equals(Optional.of("login"));
        if (signedIn) {
            String code = authority.authorizations().authorize(accepted, session.get()).value();
            return back(accepted.redirectUri(), accepted.state(), Map.of("code", code));
        }
        if (prompt.equals(Optional.of("none"))) {
            return back(
                    accepted.redirectUri(), accepted.state(), Map.of("error", "login_required"));
        }
        return Answer.redirect(URI.create("/login?" + request.query()));
    }

    /** To the client, with {@code state} as it came and {@code iss} (RFC 9207). */
    private Answer back(
            String redirectUri, Optional<String> state, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        state.ifPresent(text -> all.put("state", text));
        all.put("iss", authority.settings().issuer().toString());
        StringBuilder uri = new StringBuilder(redirectUri);
        char separator = redirectUri.indexOf('?') < 0 ? '?' : '&';
        for (Map.Entry<String, String> parameter : all.entrySet()) {
            uri.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return Answer.redirect(URI.create(uri.toString()));
    }
}
