package dev.signet.benchmarks.token;

import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.Verifier;
import dev.signet.verifier.authority.ServiceCredential;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a service sees: its verifier, which follows the feed of a running authority. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class VerifierBenchmark {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Scene scene = Scene.read();
    private final String[] tokens = scene.tokens().toArray(String[]::new);
    private final byte[][] inputs = new byte[tokens.length][];
    private final byte[][] signatures = new byte[tokens.length][];
    private final RawProvider raw = RawProvider.create();
    private final Verifier verifier =
            Verifier.builder()
                    .authority(scene.authority())
                    .audiences(Set.of("signet-services"))
                    .environment("development")
                    .credential(new ServiceCredential(scene.service(), scene.secret()))
                    .start();
    private int next;

    /** Signs the tokens' inputs with the bare provider's own key, and waits for the feed. */
    @Setup
    public void prepare() throws InterruptedException {
        for (int i = 0; i < tokens.length; i++) {
            String input = tokens[i].substring(0, tokens[i].lastIndexOf('.'));
            inputs[i] = input.getBytes(StandardCharsets.ISO_8859_1);
            signatures[i] = raw.sign(inputs[i]);
        }
        if (!verifier.awaitFirstSnapshot(PATIENCE)) {
            throw new IllegalStateException("the authority's feed does not come through");
        }
    }

    @TearDown
    public void stop() {
        verifier.close();
    }

    /** A token that this verifier has seen before. */
    @Benchmark
    public Verdict knownToken() {
        return Workload.requireValid(verifier.verify(tokens[0]));
    }

    /**
     * A token that was never seen, or was forgotten: there are more of them than are remembered.
     */
    @Benchmark
    public Verdict newToken() {
        return Workload.requireValid(verifier.verify(tokens[turn()]));
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
        next = next + 1 == tokens.length ? 0 : next + 1;
        return next;
    }
}
