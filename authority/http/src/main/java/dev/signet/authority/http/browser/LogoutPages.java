package dev.signet.authority.http.browser;

import dev.signet.authority.Authority;
import dev.signet.authority.account.Account;
import dev.signet.authority.client.Client;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.http.pages.PageForm;
import dev.signet.authority.http.pages.SignOutPage;
import dev.signet.authority.http.pages.SignedOutPage;
import dev.signet.authority.session.Session;
import dev.signet.authority.session.SessionEnd;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Parameters;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Signing out at the authority, also when an application sends the person here (OpenID Connect
 * RP-Initiated Logout 1.0). The person is always asked; the way back is one of the client's
 * registered redirect URIs or none.
 */
record LogoutPages(Authority authority, PageAnswers answers) {

    /** Where applications send people. */
    static final String ENDPOINT = "/oauth2/logout";

    /** Where the form is sent. */
    static final String PATH = "/logout";

    private static final Set<String> CARRIED =
            Set.of("client_id", "post_logout_redirect_uri", "state");
    private static final int LENGTH_MAX = 8 * 1024;

    /** By POST the same as by GET: the browser asks again and then shows who it is. */
    static Answer posted(Request request) {
        String query = request.form().only(CARRIED).encoded();
        return query.length() > LENGTH_MAX
                ? Answer.refusal(Problem.badRequest("The request is too long."))
                : Answer.redirect(URI.create(query.isEmpty() ? ENDPOINT : ENDPOINT + '?' + query));
    }

    Answer show(Request request, Visitor visitor) {
        Optional<Account> account =
                visitor.session()
                        .flatMap(session -> authority.accounts().find(session.accountId()));
        return account.map(who -> ask(request, visitor, who))
                .orElseGet(() -> signedOut(request, visitor));
    }

    private Answer ask(Request request, Visitor visitor, Account account) {
        String query = request.queryParameters().only(CARRIED).encoded();
        String action = query.isEmpty() ? PATH : PATH + '?' + query;
        var page = new SignOutPage(new PageForm(action, visitor.csrf()), account.email().value());
        String origin = back(request).map(Origins::of).orElse("");
        return answers.page(200, page, visitor, origin);
    }

    Answer submit(Request request, Visitor visitor) {
        visitor.session().ifPresent(session -> end(session, request));
        return signedOut(request, visitor).with("Set-Cookie", answers.cookies().noLogin().header());
    }

    private void end(Session session, Request request) {
        authority
                .sessions()
                .end(
                        session.accountId(),
                        session.id(),
                        SessionEnd.SIGNED_OUT,
                        Callers.of(request).as(session.accountId()));
    }

    private Answer signedOut(Request request, Visitor visitor) {
        return back(request)
                .map(Answer::redirect)
                .orElseGet(() -> answers.page(200, new SignedOutPage(Optional.empty()), visitor));
    }

    /** The registered address to go on to, with {@code state} as it came. */
    private Optional<URI> back(Request request) {
        Parameters query = request.queryParameters();
        Optional<Client> client = query.find("client_id").flatMap(authority.clients()::find);
        return query.find("post_logout_redirect_uri")
                .filter(uri -> client.filter(c -> c.redirectUris().contains(uri)).isPresent())
                .map(uri -> URI.create(withState(uri, query.find("state"))));
    }

    private static String withState(String uri, Optional<String> state) {
        char separator = uri.indexOf('?') < 0 ? '?' : '&';
        return state.map(text ->
                        uri
                                + separator
                                + "state="
                                + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .orElse(uri);
    }
}
