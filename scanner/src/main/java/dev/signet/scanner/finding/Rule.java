package dev.signet.scanner.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file outside of the authority must not do. */
public enum Rule {
    LOCAL_SIGN(Severity.ERROR, "signs a token itself"),
    LOCAL_DECODE(Severity.ERROR, "verifies a token itself"),
    UNVERIFIED_DECODE(Severity.ERROR, "reads a token without verifying it"),
    SECRET_ENV_READ(Severity.ERROR, "gets hold of the secret that signs tokens"),
    SECRET_HARDCODED(Severity.ERROR, "holds the secret that signs tokens in its text"),
    DEPRECATED_SECRET_NAME(Severity.WARNING, "calls the secret by its old name"),
    VALIDATE_DUPLICATE(Severity.ERROR, "is a second validator of tokens"),
    LOCAL_FALLBACK(Severity.ERROR, "judges a token itself after the authority did not say yes"),
    AUTHORITY_IMPORT(Severity.ERROR, "runs the authority's own code in another service"),
    JWT_DEPENDENCY(Severity.WARNING, "depends on a library that signs or verifies tokens"),
    WEAK_VALIDATION(Severity.ERROR, "verifies a token with a check left out"),

    /** About the scanner's own settings: an exception without a reason, or past its date. */
    ALLOW_ENTRY(Severity.ERROR, "is an exception that does not hold");

    private final Severity severity;
    private final String says;

    Rule(Severity severity, String says) {
        this.severity = severity;
        this.says = says;
    }

    /** How it is written outside: {@code local-sign}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Rule> ofId(String id) {
        return Arrays.stream(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    public Severity severity() {
        return severity;
    }

    /** What the place does, as the end of a sentence. */
    public String says() {
        return says;
    }

    /** Whether the authority itself must not do it either. */
    public boolean bindsAuthority() {
        return this == SECRET_HARDCODED || this == WEAK_VALIDATION || this == ALLOW_ENTRY;
    }
}
