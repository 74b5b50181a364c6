package dev.signet.authority.http.auth;

import dev.signet.authority.account.Registration;
import dev.signet.authority.grant.Login;
import dev.signet.authority.http.browser.Sentences;
import dev.signet.authority.http.limit.RetryAfter;
import dev.signet.authority.settings.PasswordLengths;
import dev.signet.http.message.Problem;
import java.time.Duration;

/** From the core's refusals to problems. */
final class Refusals {

    private Refusals() {}

    static Problem of(Login login) {
        return switch (login) {
            case Login.Accepted _ -> throw new IllegalArgumentException("not a refusal");
            case Login.Refused _ ->
                    Problem.of(401, "wrong_credentials", Sentences.WRONG_CREDENTIALS);
            case Login.Disabled _ -> Problem.of(403, "inactive_subject", Sentences.DISABLED);
            case Login.Locked(var after) -> later(429, "locked", Sentences.LOCKED, after);
            case Login.TooMany(var after) -> tooMany(after);
            case Login.Overloaded _ -> overloaded();
        };
    }

    static Problem of(Registration registration, PasswordLengths lengths) {
        return switch (registration) {
            case Registration.Registered _ -> throw new IllegalArgumentException("not a refusal");
            case Registration.EmailTaken _ ->
                    Problem.of(409, "email_taken", "This e-mail address cannot be registered.")
                            .withAction("Sign in, or set a new password.");
            case Registration.BadEmail _ -> Problem.of(422, "bad_email", Sentences.BAD_EMAIL);
            case Registration.BadName _ -> Problem.of(422, "bad_name", Sentences.BAD_NAME);
            case Registration.WeakPassword(var weakness) ->
                    Problem.of(422, "weak_password", Sentences.of(weakness, lengths));
            case Registration.TooMany(var after) -> tooMany(after);
            case Registration.Overloaded _ -> overloaded();
        };
    }

    static Problem tooMany(Duration after) {
        return later(429, "too_many_attempts", Sentences.TOO_MANY, after);
    }

    static Problem overloaded() {
        return Problem.unavailable(Sentences.OVERLOADED, (int) RetryAfter.OVERLOADED.toSeconds());
    }

    private static Problem later(int status, String code, String detail, Duration after) {
        return Problem.of(status, code, detail)
                .withAction("Try again after the time in Retry-After.")
                .withHeader(RetryAfter.NAME, RetryAfter.value(after));
    }
}
