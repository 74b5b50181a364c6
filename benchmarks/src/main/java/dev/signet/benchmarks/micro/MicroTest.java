package dev.signet.benchmarks.micro;

import dev.signet.benchmarks.load.DemoServer;
import dev.signet.benchmarks.load.Tokens;
import dev.signet.benchmarks.process.Core;
import dev.signet.benchmarks.process.Place;
import dev.signet.benchmarks.report.Against;
import dev.signet.benchmarks.report.Row;
import dev.signet.benchmarks.report.Unit;
import dev.signet.benchmarks.token.Scene;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the JMH benchmarks of tokens, on one core, for a verifier of a running demo. */
public final class MicroTest {

    /** More than a verifier remembers, so that each comes round as a new one. */
    private static final int TOKENS = 20_000;

    /** What is known costs next to nothing: less than a hundredth of a signature's check. */
    private static final double KNOWN_TIMES_MIN = 100;

    private static final double NEW_SHARE_MIN = 0.8;
    private static final double ISSUE_SHARE_MIN = 0.8;

    private final Map<String, Double> scores;

    private MicroTest(Map<String, Double> scores) {
        this.scores = scores;
    }

    /**
     * Measures them all.
     *
     * @param jmhOptions how often and how long
     */
    public static List<Row> run(
            Place place, DemoServer demo, List<String> jvmOptions, List<String> jmhOptions) {
        Scene scene =
                new Scene(
                        URI.create(demo.url()),
                        DemoServer.SERVICE,
                        demo.secret(),
                        new Tokens(demo).ofService(TOKENS));
        Path sceneFile = place.write("scene", scene.lines());
        Path result = place.folder().resolve("jmh.json");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Djmh.ignoreLock=true",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.openjdk.jmh.Main",
                        "VerifierBenchmark|IssueBenchmark",
                        "-f",
                        "1",
                        "-rf",
                        "json",
                        "-rff",
                        result.toString(),
                        "-jvmArgs",
                        String.join(" ", jvmOptions),
                        "-jvmArgsAppend",
                        "-D" + Scene.PROPERTY + "=" + sceneFile));
        command.addAll(jmhOptions);
        place.children().start("jmh", new ProcessBuilder(Core.LOAD.pinned(command))).outputToEnd();
        return new MicroTest(scores(result)).rows();
    }

    private static Map<String, Double> scores(Path result) {
        try {
            Map<String, Double> scores = new HashMap<>();
            for (Object element : new JsonArray(Files.readString(result))) {
                JsonObject benchmark = (JsonObject) element;
                String name = benchmark.getString("benchmark");
                double score = benchmark.getJsonObject("primaryMetric").getDouble("score");
                scores.put(name.substring(name.lastIndexOf('.') + 1), score);
            }
            return scores;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Row> rows() {
        return List.of(
                row("Verifier.verify, known token", "knownToken", verify(KNOWN_TIMES_MIN)),
                row("Verifier.verify, new token", "newToken", verify(NEW_SHARE_MIN)),
                row(
                        "TokenIssuer.issue",
                        "issueToken",
                        new Against.AtLeast(
                                ISSUE_SHARE_MIN, "the provider's sign", score("rawSign"))));
    }

    private Against verify(double times) {
        return new Against.AtLeast(times, "the provider's verify", score("rawVerify"));
    }

    private Row row(String job, String benchmark, Against against) {
        return Row.of(job, score(benchmark), Unit.PER_SECOND, against);
    }

    private double score(String benchmark) {
        Double score = scores.get(benchmark);
        if (score == null) {
            throw new IllegalStateException("JMH has no result of " + benchmark);
        }
        return score;
    }
}
