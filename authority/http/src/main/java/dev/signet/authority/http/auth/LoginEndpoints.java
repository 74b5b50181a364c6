package dev.signet.authority.http.auth;

import dev.signet.authority.Authority;
import dev.signet.authority.account.Account;
import dev.signet.authority.account.Email;
import dev.signet.authority.account.NewAccount;
import dev.signet.authority.account.Registration;
import dev.signet.authority.audit.Caller;
import dev.signet.authority.client.Client;
import dev.signet.authority.grant.Grant;
import dev.signet.authority.http.caller.Callers;
import dev.signet.authority.http.caller.IdempotencyKey;
import dev.signet.authority.login.Login;
import dev.signet.authority.login.LoginAttempt;
import dev.signet.authority.password.Password;
import dev.signet.authority.refresh.RefreshAttempt;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Members;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import java.util.Optional;

/** Register, log in and refresh, for the authority's own first-party client. */
final class LoginEndpoints {

    private static final int TOKEN_LENGTH_MAX = 256;

    private final Authority authority;

    LoginEndpoints(Authority authority) {
        this.authority = authority;
    }

    Answer register(Request request) {
        Members members = request.json();
        String email = members.text("email", Email.LENGTH_MAX);
        Password password = new Password(members.text("password", Password.INPUT_MAX));
        Optional<String> name = members.optionalText("name", Account.NAME_MAX);
        members.done();
        Caller caller = Callers.of(request);
        String called = name.orElseGet(() -> email.strip().split("@", 2)[0]);
        Registration registration =
                authority.accounts().register(NewAccount.of(email, called, password), caller);
        if (!(registration instanceof Registration.Registered registered)) {
            return Answer.refusal(Refusals.of(registration, authority.settings().passwords()));
        }
        authority.emailVerification().send(registered.account());
        Client client = firstParty();
        Login login =
                authority
                        .logins()
                        .afterRegistration(
                                registered, client.id(), authority.grants().holder(client), caller);
        return signedIn(201, login, client);
    }

    Answer login(Request request) {
        Members members = request.json();
        var attempt =
                new LoginAttempt(
                        members.text("email", Email.LENGTH_MAX),
                        new Password(members.text("password", Password.INPUT_MAX)),
                        AuthoritySettings.FIRST_PARTY_CLIENT);
        members.done();
        Client client = firstParty();
        Login login =
                authority
                        .logins()
                        .authenticate(
                                attempt, authority.grants().holder(client), Callers.of(request));
        return signedIn(200, login, client);
    }

    private Answer signedIn(int status, Login login, Client client) {
        return login instanceof Login.Accepted accepted
                ? answer(status, authority.grants().afterLogin(accepted, client))
                : Answer.refusal(Refusals.of(login));
    }

    Answer refresh(Request request) {
        Members members = request.json();
        String token = members.text("refresh_token", TOKEN_LENGTH_MAX);
        members.done();
        if (!(IdempotencyKey.of(request) instanceof IdempotencyKey.Read(var instance))) {
            return Answer.refusal(Problem.badRequest(IdempotencyKey.REFUSAL + "."));
        }
        var attempt = RefreshAttempt.of(token, AuthoritySettings.FIRST_PARTY_CLIENT, instance);
        return answer(200, authority.grants().refresh(attempt, firstParty(), Callers.of(request)));
    }

    private Client firstParty() {
        return authority.clients().find(AuthoritySettings.FIRST_PARTY_CLIENT).orElseThrow();
    }

    private static Answer answer(int status, Grant grant) {
        return switch (grant) {
            case Grant.Issued(var tokens) -> Answer.json(status, UserJson.tokens(tokens));
            case Grant.Refused(var error, var description) ->
                    Answer.refusal(
                            Problem.of(401, error.code(), "Not refreshed: " + description + ".")
                                    .withAction("Sign in again."));
        };
    }
}
