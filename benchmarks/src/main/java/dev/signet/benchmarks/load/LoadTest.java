package dev.signet.benchmarks.load;

import dev.signet.benchmarks.process.Child;
import dev.signet.benchmarks.process.Place;
import dev.signet.benchmarks.report.Against;
import dev.signet.benchmarks.report.Row;
import dev.signet.benchmarks.report.Unit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts load on an authority and on a bare server in turn, so that both meet the same noise, and
 * takes the median of the rounds.
 */
public final class LoadTest {

    private static final int TOKENS = 1_000;
    private static final double TOKEN_SHARE_MIN = 0.7;
    private static final double INTROSPECT_SHARE_MIN = 0.6;
    private static final double JWKS_SHARE_MIN = 0.85;

    private final DemoServer demo;
    private final Peer peer;
    private final Wrk wrk;
    private final Effort effort;
    private final List<Job> jobs;

    /**
     * How long to measure.
     *
     * @param rounds odd, so that there is a median
     */
    public record Effort(int rounds, Duration warmUp, Duration round) {}

    private LoadTest(Place place, DemoServer demo, Peer peer, Effort effort) {
        this.demo = demo;
        this.peer = peer;
        this.wrk = new Wrk(place, demo.authorization());
        this.effort = effort;
        this.jobs = jobs(place, demo);
    }

    /**
     * Measures all jobs.
     *
     * @param jvmOptions of the authority, for the peer to have the same
     * @param onJob told of each job before it begins
     */
    public static List<Row> run(
            Place place,
            DemoServer demo,
            List<String> jvmOptions,
            Effort effort,
            Consumer<String> onJob) {
        try (Peer peer = Peer.start(place, jvmOptions)) {
            LoadTest test = new LoadTest(place, demo, peer, effort);
            List<Row> rows = new ArrayList<>();
            for (Job job : test.jobs) {
                onJob.accept(job.name());
                rows.add(test.row(job));
            }
            return rows;
        }
    }

    private static List<Job> jobs(Place place, DemoServer demo) {
        List<String> questions =
                new Tokens(demo).ofService(TOKENS).stream().map(token -> "token=" + token).toList();
        Path introspect = place.write("introspect", questions);
        Path token = place.write("token", List.of("grant_type=client_credentials"));
        return List.of(
                new Job(
                        "client_credentials, ES256",
                        "/oauth2/token",
                        Optional.of(token),
                        true,
                        TOKEN_SHARE_MIN),
                new Job(
                        "introspection of 1,000 tokens in turn",
                        "/oauth2/introspect",
                        Optional.of(introspect),
                        false,
                        INTROSPECT_SHARE_MIN),
                new Job("JWKS", "/oauth2/jwks", Optional.empty(), false, JWKS_SHARE_MIN));
    }

    private Row row(Job job) {
        Load first = authority(job, effort.warmUp());
        int bytes = first.bytesPerAnswer();
        peer(job, bytes, effort.warmUp());
        List<Load> ours = new ArrayList<>();
        List<Load> theirs = new ArrayList<>();
        for (int round = 0; round < effort.rounds(); round++) {
            ours.add(authority(job, effort.round()));
            theirs.add(peer(job, bytes, effort.round()));
        }
        Load our = median(ours);
        var bare = new Against.AtLeast(job.shareMin(), job.peer(bytes), median(theirs).perSecond());
        return new Row(
                job.name(), our.perSecond(), Unit.PER_SECOND, bare, Optional.of(our.coreShare()));
    }

    private Load authority(Job job, Duration time) {
        return load(demo.process(), demo.url() + job.path(), job, time);
    }

    private Load peer(Job job, int bytes, Duration time) {
        return load(peer.process(), peer.url() + BareServer.path(bytes, job.signs()), job, time);
    }

    private Load load(Child server, String uri, Job job, Duration time) {
        return wrk.run(server, uri, job.forms(), time);
    }

    private static Load median(List<Load> loads) {
        return loads.stream()
                .sorted(Comparator.comparingDouble(Load::perSecond))
                .toList()
                .get(loads.size() / 2);
    }
}
