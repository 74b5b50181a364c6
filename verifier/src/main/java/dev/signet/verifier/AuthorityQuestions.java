package dev.signet.verifier;

import dev.signet.token.access.TokenProfile;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import dev.signet.token.verdict.Verdict.Cause;
import dev.signet.verifier.authority.Answer;
import dev.signet.verifier.authority.AuthorityAddress;
import dev.signet.verifier.authority.Call;
import dev.signet.verifier.authority.ServiceTokens;
import dev.signet.verifier.authority.VerifierLimits;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * What only the authority can answer. Whatever goes wrong on the way is {@code UNAVAILABLE}, and no
 * answer is kept. At most {@link VerifierLimits#WAITING_MAX} callers wait at the same time.
 */
final class AuthorityQuestions {

    /** The form of a ticket: 256 random bits. */
    private static final Pattern TICKET = Pattern.compile("sgt_[A-Za-z0-9_-]{43}");

    private static final Verdict NO_ANSWER = new Verdict.Unavailable(Cause.AUTHORITY);
    private static final Verdict OVERLOADED = new Verdict.Unavailable(Cause.OVERLOADED);

    private final ServiceTokens service;
    private final AuthorityAddress address;
    private final TokenProfile profile;
    private final Duration timeout;
    private final Semaphore places = new Semaphore(VerifierLimits.WAITING_MAX);

    AuthorityQuestions(
            ServiceTokens service,
            AuthorityAddress address,
            TokenProfile profile,
            VerifierLimits limits) {
        this.service = service;
        this.address = address;
        this.profile = profile;
        this.timeout = limits.exchangeTimeout();
    }

    /**
     * Whether a token is still good that was found good here except for revocations.
     *
     * @param identity what was read from the token; the answer must be about it
     */
    Verdict validate(String token, Identity identity) {
        if (!places.tryAcquire()) {
            return OVERLOADED;
        }
        try {
            AuthorityStatement statement = ask(address.validate(), "token", token);
            return verdict(statement, Optional.of(identity).filter(statement::isAbout));
        } finally {
            places.release();
        }
    }

    /** Spends a ticket, also when the answer is lost. */
    TicketRedemption redeem(String ticket) {
        if (!TICKET.matcher(ticket).matches()) {
            return TicketRedemption.without(new Verdict.Invalid(Reason.MALFORMED));
        }
        if (!places.tryAcquire()) {
            return TicketRedemption.without(OVERLOADED);
        }
        try {
            return redeemed(ask(address.redeemTicket(), "ticket", ticket));
        } finally {
            places.release();
        }
    }

    private TicketRedemption redeemed(AuthorityStatement statement) {
        Verdict verdict = verdict(statement, statement.user(profile.issuer()));
        return verdict instanceof Verdict.Valid
                ? new TicketRedemption(verdict, statement.delegated())
                : TicketRedemption.without(verdict);
    }

    /** A statement of nothing when there is no usable answer. */
    private AuthorityStatement ask(URI uri, String name, String value) {
        Answer answer = service.send(Call.postJson(uri, json(name, value), timeout));
        return answer instanceof Answer.Received received
                ? new AuthorityStatement(received.json().orElse(Map.of()))
                : new AuthorityStatement(Map.of());
    }

    /** Both names and values have a form by now that needs no escape in JSON. */
    private static byte[] json(String name, String value) {
        return ("{\"" + name + "\":\"" + value + "\"}").getBytes(StandardCharsets.US_ASCII);
    }

    private Verdict verdict(AuthorityStatement statement, Optional<Identity> identity) {
        return switch (statement.verdict()) {
            case "VALID" -> identity.map(this::judge).orElse(NO_ANSWER);
            case "INVALID" ->
                    statement.reason().<Verdict>map(Verdict.Invalid::new).orElse(NO_ANSWER);
            default -> NO_ANSWER;
        };
    }

    /** An identity of another environment or audience is not for us, whoever vouches for it. */
    private Verdict judge(Identity identity) {
        if (identity.audiences().stream().noneMatch(profile.audiences()::contains)) {
            return new Verdict.Invalid(Reason.WRONG_AUDIENCE);
        }
        if (!identity.environment().equals(profile.environment())) {
            return new Verdict.Invalid(Reason.WRONG_ENVIRONMENT);
        }
        return new Verdict.Valid(identity);
    }
}
