package dev.signet.authority.token;

import dev.signet.authority.settings.Audiences;
import dev.signet.authority.settings.AuthoritySettings;
import dev.signet.token.access.TokenProfile;
import dev.signet.token.access.TokenValidator;
import dev.signet.token.key.KeySource;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Identity.Kind;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Judges tokens from memory, by the one pipeline. Safe for many threads. */
public final class Validation {

    private final Audiences named;
    private final TokenValidator anyAudience;
    private final Map<String, TokenValidator> byAudience = new HashMap<>();

    public Validation(
            AuthoritySettings settings,
            KeySource keys,
            RevocationState revocations,
            InstantSource clock) {
        this.named = settings.audiences();
        Set<String> audiences = named.all();
        this.anyAudience =
                new TokenValidator(profile(settings, audiences), keys, revocations, clock);
        for (String audience : audiences) {
            byAudience.put(
                    audience,
                    new TokenValidator(
                            profile(settings, Set.of(audience)), keys, revocations, clock));
        }
    }

    private static TokenProfile profile(AuthoritySettings settings, Set<String> audiences) {
        return TokenProfile.of(
                        settings.issuer().toString(), audiences, settings.environment().code())
                .withLeeway(settings.leeway());
    }

    /** The person who calls one of the authority's own endpoints with a bearer token. */
    public Verdict user(String bearer) {
        return ofKind(validator(named.user()).validate(bearer), Kind.USER);
    }

    /**
     * The person whose token is bound to a key, before possession of that key is proved: nothing is
     * permitted by this alone.
     */
    public Verdict boundUser(String token) {
        Verdict verdict = ofKind(validator(named.user()).introspect(token), Kind.USER);
        return verdict instanceof Verdict.Valid(Identity identity)
                        && identity.keyThumbprint().isEmpty()
                ? new Verdict.Invalid(Reason.WRONG_TYPE)
                : verdict;
    }

    /**
     * The person who calls one of the authority's own endpoints and has proved possession of the
     * key with that thumbprint (RFC 9449 §7.1).
     */
    public Verdict userBoundTo(String token, String keyThumbprint) {
        TokenValidator validator = validator(named.user());
        return ofKind(validator.validateBoundTo(token, keyThumbprint), Kind.USER);
    }

    /** The service that calls one of the authority's own endpoints with a bearer token. */
    public Verdict service(String bearer) {
        return ofKind(validator(named.service()).validate(bearer), Kind.SERVICE);
    }

    /** Answers a service about a token that it was shown (RFC 7662). */
    public Verdict judge(Question question) {
        Verdict verdict =
                question.audience()
                        .map(audience -> forAudience(question.token(), audience))
                        .orElseGet(() -> anyAudience.introspect(question.token()));
        return question.kind().map(kind -> ofKind(verdict, kind)).orElse(verdict);
    }

    private Verdict forAudience(String token, String audience) {
        if (byAudience.containsKey(audience)) {
            return validator(audience).introspect(token);
        }
        Verdict verdict = anyAudience.introspect(token);
        return verdict instanceof Verdict.Valid
                ? new Verdict.Invalid(Reason.WRONG_AUDIENCE)
                : verdict;
    }

    private static Verdict ofKind(Verdict verdict, Kind kind) {
        return verdict instanceof Verdict.Valid(Identity identity) && identity.kind() != kind
                ? new Verdict.Invalid(Reason.WRONG_TYPE)
                : verdict;
    }

    private TokenValidator validator(String audience) {
        TokenValidator validator = byAudience.get(audience);
        if (validator == null) {
            throw new IllegalArgumentException("validation: no such audience");
        }
        return validator;
    }
}
