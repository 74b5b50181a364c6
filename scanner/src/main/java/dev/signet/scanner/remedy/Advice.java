package dev.signet.scanner.remedy;

import dev.signet.scanner.finding.Rule;
import java.util.Set;

/** Why a rule is there, and what to write instead, in one sentence each. */
public final class Advice {

    private static final Set<String> JVM = Set.of("java", "kotlin");

    private static final String ASK =
            "POST the token to the authority's /oauth2/introspect (RFC 7662) or /auth/validate and"
                    + " act on the verdict: VALID goes on, INVALID is 401, UNAVAILABLE is 503";

    private static final String VERIFIER =
            "ask dev.signet.verifier.Verifier: switch (verifier.verify(token)) { case"
                    + " Verdict.Valid(var identity) -> …; case Verdict.Invalid(var reason) -> 401;"
                    + " case Verdict.Unavailable(var cause) -> 503; }";

    private Advice() {}

    /** Why the authority alone may do it. */
    public static String why(Rule rule) {
        return switch (rule) {
            case LOCAL_SIGN ->
                    "who can sign can be anybody; a token that the authority did not issue cannot"
                            + " be revoked by it";
            case LOCAL_DECODE ->
                    "a local verification knows no revocation and no retired key, and its checks"
                            + " drift from everybody else's";
            case UNVERIFIED_DECODE -> "what an unverified token says, its sender may have made up";
            case SECRET_ENV_READ ->
                    "a shared secret is as safe as the least careful service that holds it, and"
                            + " whoever can verify with it can sign with it";
            case SECRET_HARDCODED ->
                    "everybody who can read the code, its history or an image can sign tokens";
            case DEPRECATED_SECRET_NAME ->
                    "two names of one secret are two places to rotate, and one gets forgotten";
            case VALIDATE_DUPLICATE ->
                    "two validators do not agree for long; then an attacker chooses the weaker one";
            case LOCAL_FALLBACK ->
                    "whoever can make the authority's answer fail gets the weaker check; INVALID"
                            + " is final, and UNAVAILABLE is 503";
            case AUTHORITY_IMPORT ->
                    "a service that runs the authority's code needs its keys and its database";
            case JWT_DEPENDENCY ->
                    "a service that asks the authority needs no library for tokens; one that is"
                            + " there gets used";
            case WEAK_VALIDATION ->
                    "a check that is left out is one that an attacker does not have to pass";
            case ALLOW_ENTRY -> "an exception without a reason or an end is a rule nobody keeps";
        };
    }

    /**
     * What to write there.
     *
     * @param language as {@code Finding.language()} has it
     */
    public static String instead(Rule rule, String language) {
        return switch (rule) {
            case LOCAL_SIGN ->
                    "get tokens from the authority: POST /oauth2/token (client_credentials or token"
                            + " exchange) or POST /auth/service-token; users log in at /auth/login";
            case LOCAL_DECODE, UNVERIFIED_DECODE, VALIDATE_DUPLICATE, WEAK_VALIDATION ->
                    ask(language);
            case LOCAL_FALLBACK ->
                    "delete the fallback and answer 503 with Retry-After when the authority gives"
                            + " no answer; in Java the verifier bridges outages from memory";
            case SECRET_ENV_READ, DEPRECATED_SECRET_NAME ->
                    "delete the setting and "
                            + (JVM.contains(language)
                                    ? "use dev.signet.verifier.Verifier, which needs no secret"
                                    : "ask the authority, which alone holds JWT_SECRET_KEY");
            case SECRET_HARDCODED ->
                    "delete it, change the secret at the authority (it is known now), and "
                            + ask(language);
            case AUTHORITY_IMPORT ->
                    JVM.contains(language)
                            ? "depend on dev.signet:signet-verifier and ask its Verifier"
                            : "ask the authority over HTTP: POST /oauth2/introspect";
            case JWT_DEPENDENCY ->
                    "remove the dependency; Java services use dev.signet:signet-verifier, all"
                            + " others POST /oauth2/introspect";
            case ALLOW_ENTRY ->
                    "give the entry a reason and an 'until' in the future, or cure what it excuses";
        };
    }

    private static String ask(String language) {
        return JVM.contains(language) ? VERIFIER : ASK;
    }
}
