package dev.signet.verifier;

import dev.signet.token.access.TokenProfile;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.key.CryptoProvider;
import dev.signet.verifier.authority.AuthorityAddress;
import dev.signet.verifier.authority.Machine;
import dev.signet.verifier.authority.ServiceCredential;
import dev.signet.verifier.authority.Ticks;
import dev.signet.verifier.authority.VerifierLimits;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Collects what a {@link Verifier} must know. Authority, audiences, environment and credential are
 * required; everything else starts with the strict choice. For one thread.
 */
public final class VerifierBuilder {

    private static final Set<String> ENVIRONMENTS =
            Set.of("development", "test", "staging", "production");

    private Optional<URI> authority = Optional.empty();
    private Set<String> audiences = Set.of();
    private Optional<String> environment = Optional.empty();
    private Optional<ServiceCredential> credential = Optional.empty();
    private Staleness staleness = Staleness.failClosed();
    private Set<Algorithm> algorithms = Set.of(Algorithm.ES256);
    private Duration leeway = TokenProfile.LEEWAY;
    private Optional<CryptoProvider> crypto = Optional.empty();
    private VerifierLimits limits = VerifierLimits.defaults();
    private InstantSource clock = InstantSource.system();
    private Ticks ticks = Ticks.system();
    private boolean insecureHttp;

    VerifierBuilder() {}

    /**
     * The authority's issuer, below which its endpoints lie, exactly as it stands in {@code iss}.
     */
    public VerifierBuilder authority(URI issuer) {
        authority = Optional.of(issuer);
        return this;
    }

    /** A token must name at least one of these in {@code aud}. */
    public VerifierBuilder audiences(Set<String> accepted) {
        audiences = Set.copyOf(accepted);
        return this;
    }

    /** {@code development}, {@code test}, {@code staging} or {@code production}. */
    public VerifierBuilder environment(String name) {
        if (!ENVIRONMENTS.contains(name)) {
            throw new IllegalArgumentException(
                    "verifier: the environment is development, test, staging or production");
        }
        environment = Optional.of(name);
        return this;
    }

    /** As whom this service asks the authority. */
    public VerifierBuilder credential(ServiceCredential service) {
        credential = Optional.of(service);
        return this;
    }

    /**
     * What to answer when the feed does not come through; {@link Staleness#failClosed} unless set.
     */
    public VerifierBuilder staleness(Staleness policy) {
        staleness = policy;
        return this;
    }

    /** Accepted signature algorithms; ES256 alone unless set. */
    public VerifierBuilder algorithms(Set<Algorithm> accepted) {
        algorithms = Set.copyOf(accepted);
        return this;
    }

    /** How far clocks may differ, at most 60 s; 30 s unless set. */
    public VerifierBuilder leeway(Duration difference) {
        leeway = difference;
        return this;
    }

    /** Whose code computes signatures; the fastest on the class path unless set. */
    public VerifierBuilder crypto(CryptoProvider provider) {
        crypto = Optional.of(provider);
        return this;
    }

    /** Bounds on time; {@link VerifierLimits#defaults} unless set. */
    public VerifierBuilder limits(VerifierLimits bounds) {
        limits = bounds;
        return this;
    }

    /** For tests: a clock that also tells how much time went by. */
    public VerifierBuilder clock(InstantSource movable) {
        clock = movable;
        ticks = Ticks.of(movable);
        return this;
    }

    /**
     * Lets tokens and the service's secret travel without TLS to a host that is not this machine.
     * Whoever can read that network can act as every user.
     */
    public VerifierBuilder allowInsecureHttp() {
        insecureHttp = true;
        return this;
    }

    /**
     * Starts following the feed and returns at once; until the first snapshot the staleness policy
     * applies.
     *
     * @throws IllegalArgumentException when something required is missing or not admitted
     */
    public Verifier start() {
        URI issuer = required(authority, "authority");
        TokenProfile profile =
                TokenProfile.of(issuer.toString(), audiences, required(environment, "environment"))
                        .withAlgorithms(algorithms)
                        .withLeeway(leeway);
        VerifierSettings settings =
                new VerifierSettings(
                        new AuthorityAddress(issuer, insecureHttp),
                        profile,
                        required(credential, "credential"),
                        staleness,
                        crypto.orElseGet(CryptoProvider::best),
                        limits,
                        new Machine(clock, ticks, new Random()));
        return Verifier.start(settings);
    }

    private static <T> T required(Optional<T> setting, String name) {
        return setting.orElseThrow(
                () -> new IllegalArgumentException("verifier: " + name + " is required"));
    }
}
