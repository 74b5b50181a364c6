package dev.signet.authority.grant;

import static dev.signet.authority.LiveAuthority.REDIRECT_URI;
import static dev.signet.authority.LiveAuthority.SOMEBODY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.authority.LiveAuthority;
import dev.signet.authority.Race;
import dev.signet.authority.audit.AuditAction;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.client.ClientScopes;
import dev.signet.authority.client.GrantType;
import dev.signet.authority.client.Scopes;
import dev.signet.authority.client.ServiceAccess;
import dev.signet.authority.credential.CredentialHash;
import dev.signet.authority.issue.TokenSet;
import dev.signet.authority.refresh.RefreshAttempt;
import dev.signet.authority.session.Session;
import dev.signet.authority.session.SessionEnd;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CodeExchangeTest {

    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters";

    @RegisterExtension private final LiveAuthority live = new LiveAuthority();

    @Test
    void a_code_is_exchanged_for_tokens_of_the_login_in_which_it_was_asked_for() {
        Session session = login();

        TokenSet tokens = issued(exchange(code(session)));

        Identity identity =
                ((Verdict.Valid) live.authority().validation().user(tokens.access().value()))
                        .identity();
        assertThat(identity.subject()).isEqualTo(session.accountId());
        assertThat(identity.sessionId()).contains(session.id());
        assertThat(identity.clientId()).isEqualTo("chat");
        assertThat(identity.email()).contains("alice@example.org");
        assertThat(identity.authenticatedAt()).contains(session.authenticatedAt());
        assertThat(tokens.access().expiresInSeconds()).isEqualTo(15 * 60);
        assertThat(tokens.refresh()).isPresent();
        assertThat(payload(tokens)).contains("\"nonce\":\"n-1\"").contains("\"aud\":\"chat\"");
    }

    @Test
    void the_refresh_token_belongs_to_the_client_of_the_code() {
        TokenSet tokens = issued(exchange(code(login())));
        var attempt =
                RefreshAttempt.of(tokens.refresh().orElseThrow().value(), "chat", Optional.empty());

        assertThat(live.authority().grants().refresh(attempt, live.chat(), SOMEBODY))
                .isInstanceOf(Grant.Issued.class);
    }

    @Test
    void the_second_use_of_a_code_ends_the_login_and_all_that_came_of_it() {
        Session session = login();
        String code = code(session);
        TokenSet tokens = issued(exchange(code));

        assertThat(exchange(code)).isEqualTo(invalidGrant("code: was used before"));

        assertThat(live.authority().sessions().live(session.id())).isEmpty();
        assertThat(live.authority().validation().user(tokens.access().value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_SESSION));
        assertThat(live.authority().audit().recent(session.accountId(), Long.MAX_VALUE, 1))
                .extracting(row -> row.event().action())
                .containsExactly(AuditAction.CODE_REPLAYED);
    }

    @Test
    void a_code_is_exchanged_once_however_many_try_at_the_same_time() throws Exception {
        String code = code(login());

        List<Grant> answers = Race.of(32, () -> exchange(code));

        assertThat(answers).filteredOn(Grant.Issued.class::isInstance).hasSize(1);
    }

    @Test
    void a_code_dies_after_a_minute_and_not_before() {
        Session session = login();
        String early = code(session);
        live.clock().advance(Duration.ofSeconds(60).minusMillis(1));
        assertThat(exchange(early)).isInstanceOf(Grant.Issued.class);
        String late = code(session);
        live.clock().advance(Duration.ofSeconds(60));

        assertThat(exchange(late)).isEqualTo(invalidGrant("code: unknown, expired or revoked"));
    }

    @Test
    void whoever_has_the_code_but_not_the_verifier_the_address_or_the_name_gets_nothing() {
        String code = code(login());

        assertThat(exchange(new CodeExchange(code, "chat", REDIRECT_URI, "x".repeat(43), none())))
                .isEqualTo(invalidGrant("code_verifier: does not match the challenge"));
        assertThat(exchange(new CodeExchange(code, "chat", REDIRECT_URI + "/", VERIFIER, none())))
                .isEqualTo(invalidGrant("redirect_uri: not the one of the authorization request"));
        assertThat(exchangeAs(client("other"), code))
                .isEqualTo(invalidGrant("code: unknown, expired or revoked"));
        for (String text : List.of("", "sgc_", code + "=", "sgr_" + code.substring(4))) {
            assertThat(exchange(text)).isEqualTo(invalidGrant("code: unknown, expired or revoked"));
        }
        assertThat(exchange(code)).isInstanceOf(Grant.Issued.class);
    }

    @Test
    void a_login_that_ended_or_an_account_that_was_disabled_makes_the_code_worthless() {
        Session ended = login();
        String first = code(ended);
        live.authority()
                .sessions()
                .end(ended.accountId(), ended.id(), SessionEnd.SIGNED_OUT, SOMEBODY);
        assertThat(exchange(first)).isEqualTo(invalidGrant("code: unknown, expired or revoked"));

        Session disabled = live.login("alice").session();
        String second = code(disabled);
        live.authority().accounts().disable(disabled.accountId(), Caller.SYSTEM);
        assertThat(exchange(second)).isEqualTo(invalidGrant("code: unknown, expired or revoked"));
    }

    @Test
    void without_offline_access_there_is_no_refresh_token_and_without_openid_no_id_token() {
        AuthorizationRequest request = request("profile", "n-1");

        TokenSet tokens = issued(exchange(code(login(), request)));

        assertThat(tokens.refresh()).isEmpty();
        assertThat(tokens.id()).isEmpty();
        assertThat(tokens.scopes()).isEqualTo(Scopes.of("profile"));
        assertThat(live.count("refresh_family WHERE client_id = 'chat'")).isZero();
    }

    @Test
    void no_code_and_no_challenge_is_kept_in_plain_text() {
        String code = code(login());

        assertThat(live.count("authorization_code")).isEqualTo(1);
        assertThat(live.count("authorization_code WHERE hash LIKE '%" + code.substring(4) + "%'"))
                .isZero();
    }

    @Test
    void a_client_without_that_grant_is_told_so() {
        Client service = live.service("billing").client();
        String code = code(login());

        assertThat(exchangeAs(service, code))
                .isEqualTo(
                        new Grant.Refused(
                                Grant.Error.UNAUTHORIZED_CLIENT, "not a client for codes"));
        assertThat(
                        live.authority()
                                .grants()
                                .refresh(
                                        RefreshAttempt.of("x", "billing", Optional.empty()),
                                        service,
                                        SOMEBODY))
                .isInstanceOf(Grant.Refused.class);
        assertThat(live.authority().grants().afterLogin(live.login("alice"), service))
                .isInstanceOf(Grant.Refused.class);
    }

    private Grant exchangeAs(Client client, String code) {
        var exchange = new CodeExchange(code, client.id(), REDIRECT_URI, VERIFIER, none());
        return live.authority().grants().exchange(exchange, client, SOMEBODY);
    }

    private Client client(String id) {
        return live.registered(
                        new Client(
                                id,
                                "Another application",
                                Client.Kind.PUBLIC,
                                Set.of(REDIRECT_URI),
                                Set.of(GrantType.AUTHORIZATION_CODE),
                                ClientScopes.of("openid"),
                                ServiceAccess.NONE))
                .client();
    }

    @Test
    void what_is_wrong_with_a_request_decides_whether_anybody_is_sent_back() {
        live.chat();
        live.registered(
                new Client(
                        "poor",
                        "No codes",
                        Client.Kind.CONFIDENTIAL,
                        Set.of(REDIRECT_URI),
                        Set.of(GrantType.REFRESH_TOKEN),
                        ClientScopes.of("openid"),
                        ServiceAccess.NONE));
        String hash = CredentialHash.of(VERIFIER).value();

        assertThat(check("nobody", REDIRECT_URI, "code", hash, "S256"))
                .isInstanceOf(AuthorizationCheck.Untrusted.class);
        for (String uri :
                List.of("", REDIRECT_URI + "/", REDIRECT_URI + "?a=b", "https://evil.x")) {
            assertThat(check("chat", uri, "code", hash, "S256"))
                    .isInstanceOf(AuthorizationCheck.Untrusted.class);
        }
        assertThat(error(check("chat", REDIRECT_URI, "token", hash, "S256")))
                .isEqualTo("unsupported_response_type");
        assertThat(error(check("poor", REDIRECT_URI, "code", hash, "S256")))
                .isEqualTo("unauthorized_client");
        assertThat(error(check("chat", REDIRECT_URI, "code", VERIFIER, "plain")))
                .isEqualTo("invalid_request");
        assertThat(error(check("chat", REDIRECT_URI, "code", "short", "S256")))
                .isEqualTo("invalid_request");
        assertThat(error(live.authority().authorizations().check(request("openid admin", "n"))))
                .isEqualTo("invalid_scope");
        assertThat(
                        error(
                                live.authority()
                                        .authorizations()
                                        .check(request("openid", "n".repeat(1025)))))
                .isEqualTo("invalid_request");
        assertThat(check("chat", REDIRECT_URI, "code", hash, "S256"))
                .isInstanceOf(AuthorizationCheck.Accepted.class);
    }

    private AuthorizationCheck check(
            String client, String uri, String type, String challenge, String method) {
        return live.authority()
                .authorizations()
                .check(
                        new AuthorizationRequest(
                                Optional.of(client),
                                Optional.of(uri),
                                Optional.of(type),
                                Optional.empty(),
                                Optional.of("state"),
                                Optional.empty(),
                                Optional.of(challenge),
                                Optional.of(method)));
    }

    private static String error(AuthorizationCheck check) {
        var denied = (AuthorizationCheck.Denied) check;
        assertThat(denied.state()).isPresent();
        assertThat(denied.redirectUri()).isEqualTo(REDIRECT_URI);
        return denied.error().code();
    }

    private Session login() {
        live.register("alice");
        return live.login("alice").session();
    }

    private String code(Session session) {
        return code(session, request("openid email offline_access", "n-1"));
    }

    private String code(Session session, AuthorizationRequest request) {
        live.chat();
        var accepted =
                (AuthorizationCheck.Accepted) live.authority().authorizations().check(request);
        return live.authority().authorizations().authorize(accepted, session).value();
    }

    private static AuthorizationRequest request(String scope, String nonce) {
        return new AuthorizationRequest(
                Optional.of("chat"),
                Optional.of(REDIRECT_URI),
                Optional.of("code"),
                Optional.of(scope),
                Optional.of("state"),
                Optional.of(nonce),
                Optional.of(CredentialHash.of(VERIFIER).value()),
                Optional.of("S256"));
    }

    private Grant exchange(String code) {
        return exchange(new CodeExchange(code, "chat", REDIRECT_URI, VERIFIER, none()));
    }

    private Grant exchange(CodeExchange exchange) {
        return live.authority().grants().exchange(exchange, live.chat(), SOMEBODY);
    }

    private static TokenSet issued(Grant grant) {
        return ((Grant.Issued) grant).tokens();
    }

    private static Grant invalidGrant(String description) {
        return new Grant.Refused(Grant.Error.INVALID_GRANT, description);
    }

    private static Optional<String> none() {
        return Optional.empty();
    }

    private static String payload(TokenSet tokens) {
        String[] parts = tokens.id().orElseThrow().value().split("\\.");
        return new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
    }
}
