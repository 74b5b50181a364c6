package dev.signet.benchmarks.token;

import dev.signet.token.access.AccessGrant;
import dev.signet.token.access.IssuedToken;
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

/** Tokens made per second, and what part of that is the provider's signature. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IssueBenchmark {

    private final Workload workload = new Workload();
    private final AccessGrant grant = Workload.grant();
    private final byte[] input = workload.token().getBytes(StandardCharsets.ISO_8859_1);
    private final RawProvider raw = RawProvider.create();

    /** A user's access token. */
    @Benchmark
    public IssuedToken issueToken() {
        return workload.issuer.issue(grant);
    }

    /** The ceiling of {@link #issueToken}. */
    @Benchmark
    public byte[] rawSign() {
        return raw.sign(input);
    }
}
