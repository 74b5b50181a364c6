package dev.signet.authority.http.caller;

import dev.signet.http.message.Answer;
import dev.signet.http.message.Problem;
import dev.signet.http.message.Request;
import dev.signet.http.route.Admission;
import dev.signet.http.route.Caller;
import dev.signet.http.route.Guard;
import dev.signet.token.authorization.Authorization;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.util.function.Function;

/** Lets in whoever shows an access token that the authority finds good. */
record TokenGuard(Caller caller, Judges judges, Possession possession) implements Guard<Identity> {

    private static final int RETRY_AFTER_SECONDS = 1;
    private static final String REPEATED = "There is more than one Authorization header.";
    private static final String MALFORMED =
            "The Authorization header must read: Bearer <token>, or DPoP <token>.";
    private static final String CHALLENGE = "WWW-Authenticate";

    /**
     * Who finds tokens good.
     *
     * @param unproven before possession is asked
     * @param bound given the token and the thumbprint of the key that was proved with it
     */
    record Judges(
            Function<String, Verdict> bearer,
            Function<String, Verdict> unproven,
            BoundJudge bound) {}

    /** Judges a token together with a key. */
    interface BoundJudge {
        Verdict judge(String token, String thumbprint);
    }

    @Override
    public Admission<Identity> admit(Request request) {
        return switch (Authorization.of(request.headers().apply("Authorization"))) {
            case Authorization.Absent _, Authorization.Other _ -> refused(missing());
            case Authorization.Repeated _ -> refused(unreadable(REPEATED));
            case Authorization.Malformed _ -> refused(unreadable(MALFORMED));
            case Authorization.Bearer(var token) -> admit(judges.bearer().apply(token), "Bearer");
            case Authorization.Dpop(var token) -> admitBound(token, request);
        };
    }

    /**
     * The proof is looked at last: what is remembered of it is room that strangers must not take.
     */
    private Admission<Identity> admitBound(String token, Request request) {
        Verdict unproven = judges.unproven().apply(token);
        if (!(unproven instanceof Verdict.Valid)) {
            return admit(unproven, "DPoP");
        }
        return switch (possession.beside(token, request)) {
            case Possession.Proof.Absent _ -> refused(badProof("the DPoP header is missing"));
            case Possession.Proof.Refused(var why) -> refused(badProof(why));
            case Possession.Proof.Given(var thumbprint) ->
                    admit(judges.bound().judge(token, thumbprint), "DPoP");
        };
    }

    private static Admission<Identity> admit(Verdict verdict, String scheme) {
        return switch (verdict) {
            case Verdict.Valid(var identity) -> new Admission.Admitted<>(identity);
            case Verdict.Invalid(var reason) -> refused(invalid(reason, scheme));
            case Verdict.Unavailable _ ->
                    refused(
                            Problem.unavailable(
                                    "Whether the token is good cannot be told now.",
                                    RETRY_AFTER_SECONDS));
        };
    }

    /** No error code where no token was shown (RFC 6750 §3.1). */
    private static Problem missing() {
        return Problem.of(401, "missing_token", "This needs an access token.")
                .withAction("Send it as Authorization: Bearer.")
                .withHeader(CHALLENGE, "Bearer, " + Possession.challenge());
    }

    private static Problem unreadable(String why) {
        return Problem.badRequest(why).withHeader(CHALLENGE, "Bearer error=\"invalid_request\"");
    }

    private static Problem badProof(String why) {
        return Problem.of(401, "invalid_dpop_proof", "The DPoP proof is not good: " + why + ".")
                .withHeader(CHALLENGE, Possession.challenge() + ", error=\"invalid_dpop_proof\"");
    }

    private static Problem invalid(Reason reason, String scheme) {
        String code = reason.code();
        return Problem.of(401, code, "The access token is not good: " + code + ".")
                .withAction(action(reason))
                .withHeader(
                        CHALLENGE,
                        scheme + " error=\"invalid_token\", error_description=\"" + code + "\"");
    }

    private static String action(Reason reason) {
        return switch (reason) {
            case EXPIRED, TOO_OLD, REVOKED_TOKEN, KEY_REVOKED, UNKNOWN_KEY -> "Refresh the token.";
            case REVOKED_SESSION, REVOKED_SUBJECT -> "Sign in again.";
            case INACTIVE_SUBJECT -> "The account is not active; ask whoever runs the platform.";
            default -> "Send a token that this authority issued for this use.";
        };
    }

    private static Admission<Identity> refused(Problem problem) {
        return new Admission.Refused<>(Answer.refusal(problem));
    }
}
