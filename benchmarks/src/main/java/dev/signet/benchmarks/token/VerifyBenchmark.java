package dev.signet.benchmarks.token;

import dev.signet.token.access.TokenValidator;
import dev.signet.token.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Verdicts per second, and what part of a new token's verdict is the provider's signature. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VerifyBenchmark {

    /** More than a validator remembers, so that each comes round as a new one. */
    private static final int TOKENS = 20_000;

    private final Workload workload = new Workload();
    private final TokenValidator validator = workload.validator();
    private final String known = workload.token();
    private final byte[] knownBytes = known.getBytes(StandardCharsets.ISO_8859_1);
    private final String[] tokens = new String[TOKENS];
    private final byte[][] inputs = new byte[TOKENS][];
    private final byte[][] signatures = new byte[TOKENS][];
    private final RawProvider raw = RawProvider.create();
    private int next;

    /** Signs all tokens, and the same inputs with the bare provider's own key. */
    public VerifyBenchmark() {
        for (int i = 0; i < TOKENS; i++) {
            tokens[i] = workload.token();
            String input = tokens[i].substring(0, tokens[i].lastIndexOf('.'));
            inputs[i] = input.getBytes(StandardCharsets.ISO_8859_1);
            signatures[i] = raw.sign(inputs[i]);
        }
        Workload.requireValid(validator.validate(known));
    }

    /** The caller holds the same object, whose hash is known. */
    @Benchmark
    public Verdict knownTokenSameObject() {
        return Workload.requireValid(validator.validate(known));
    }

    /** As at a server: each request brings the token in bytes of its own. */
    @Benchmark
    public Verdict knownTokenFromBytes() {
        return Workload.requireValid(
                validator.validate(new String(knownBytes, StandardCharsets.ISO_8859_1)));
    }

    /** A token that was never seen, or was forgotten. */
    @Benchmark
    public Verdict newToken() {
        return Workload.requireValid(validator.validate(tokens[turn()]));
    }

    /** The ceiling of {@link #newToken}. */
    @Benchmark
    public boolean rawVerify() {
        int i = turn();
        if (!raw.verify(inputs[i], signatures[i])) {
            throw new IllegalStateException("the benchmark measures good signatures");
        }
        return true;
    }

    private int turn() {
        next = next + 1 == TOKENS ? 0 : next + 1;
        return next;
    }
}
