package dev.signet.chat.http.login;

import dev.signet.chat.context.Admission;
import dev.signet.chat.context.Delegation;
import dev.signet.chat.context.UserContext;
import dev.signet.chat.http.authority.TokenAnswer;
import dev.signet.http.message.Answer;
import dev.signet.http.message.Parameters;
import dev.signet.http.message.RefusedException;
import dev.signet.http.message.Request;
import dev.signet.token.verdict.Verdict;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code GET /callback}: takes the code that the authority sent the browser back with. */
final class CallbackEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackEndpoint.class);

    private final LoginParts parts;
    private final SignInAttempts attempts;
    private final IdTokenCheck idTokens;
    private final SignOut signOut;

    CallbackEndpoint(LoginParts parts, SignInAttempts attempts) {
        this.parts = parts;
        this.attempts = attempts;
        this.idTokens = new IdTokenCheck(parts.settings().issuer(), parts.settings().clientId());
        this.signOut = new SignOut(parts);
    }

    Answer answer(Request request) {
        try {
            return received(request, request.queryParameters());
        } catch (RefusedException notAQuery) {
            return LoginPage.MALFORMED.answer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LoginPage.UNAVAILABLE.answer();
        }
    }

    private Answer received(Request request, Parameters query) throws InterruptedException {
        Optional<String> state = query.find("state");
        Optional<String> browser = request.cookie(parts.cookies().signInName());
        if (state.isEmpty() || browser.isEmpty()) {
            return LoginPage.STALE.answer();
        }
        Optional<SignInAttempt> attempt = attempts.take(state.get(), browser.get());
        if (attempt.isEmpty()) {
            return LoginPage.STALE.answer();
        }
        if (!query.find("iss").equals(Optional.of(parts.settings().issuer()))) {
            LOG.warn("event=sign_in_from_another_issuer");
            return LoginPage.WRONG_ANSWER.answer();
        }
        Optional<String> code = query.find("code");
        if (code.isEmpty() || query.contains("error")) {
            return denied(query.find("error").orElse(""));
        }
        return exchanged(request, code.get(), attempt.get());
    }

    private static Answer denied(String error) {
        boolean theirs = error.equals("server_error") || error.equals("temporarily_unavailable");
        return (theirs ? LoginPage.UNAVAILABLE : LoginPage.CANCELLED).answer();
    }

    private Answer exchanged(Request request, String code, SignInAttempt attempt)
            throws InterruptedException {
        TokenAnswer answer =
                parts.tokens().exchange(code, attempt.codeVerifier(), parts.settings().callback());
        return switch (answer) {
            case TokenAnswer.Issued issued -> verified(request, issued, attempt);
            case TokenAnswer.Refused _ -> LoginPage.STALE.answer();
            case TokenAnswer.Unavailable _ -> LoginPage.UNAVAILABLE.answer();
        };
    }

    private Answer verified(Request request, TokenAnswer.Issued issued, SignInAttempt attempt)
            throws InterruptedException {
        return switch (parts.judge().verify(issued.accessToken())) {
            case Verdict.Valid valid -> admitted(request, valid, issued, attempt);
            case Verdict.Invalid(var reason) -> {
                LOG.warn("event=sign_in_token_invalid reason={}", reason.code());
                yield LoginPage.WRONG_ANSWER.answer();
            }
            case Verdict.Unavailable(var cause) -> {
                LOG.warn("event=sign_in_token_unverified cause={}", cause);
                yield LoginPage.UNAVAILABLE.answer();
            }
        };
    }

    private Answer admitted(
            Request request, Verdict.Valid valid, TokenAnswer.Issued issued, SignInAttempt attempt)
            throws InterruptedException {
        boolean ours =
                issued.idToken()
                        .filter(token ->
                                idTokens.belongs(
                                        token,
                                        attempt.nonce(),
                                        valid.identity(),
                                        parts.clock().instant()))
                        .isPresent();
        if (!ours) {
            LOG.warn("event=sign_in_id_token_refused");
            return LoginPage.WRONG_ANSWER.answer();
        }
        Delegation delegation = Delegation.ofAccessToken(issued.accessToken());
        return UserContext.admit(valid, delegation) instanceof Admission.Admitted
                ? signedIn(request, valid, issued)
                : LoginPage.NOT_PERMITTED.answer();
    }

    /** A login that this browser had before is replaced, not kept beside. */
    private Answer signedIn(Request request, Verdict.Valid valid, TokenAnswer.Issued issued)
            throws InterruptedException {
        Optional<String> before = request.cookie(parts.cookies().sessionName());
        if (before.isPresent()) {
            signOut.replacedBy(before.get(), valid.identity().sessionId().orElseThrow());
        }
        String cookie = parts.sessions().open(valid, issued);
        LOG.info("event=signed_in user={}", valid.identity().subject());
        return Answer.redirect(URI.create("/"))
                .with(
                        "Set-Cookie",
                        parts.cookies().session(cookie, parts.sessions().life()).header());
    }
}
