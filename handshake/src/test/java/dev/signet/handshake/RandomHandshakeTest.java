package dev.signet.handshake;

import static dev.signet.handshake.Identities.NOW;
import static dev.signet.handshake.Identities.user;
import static dev.signet.handshake.ScriptedVerifier.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.handshake.HandshakeOutcome.Accepted;
import dev.signet.handshake.HandshakeOutcome.AwaitFirstMessage;
import dev.signet.handshake.HandshakeOutcome.Refused;
import dev.signet.handshake.HandshakePolicy.Loosening;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Random combinations of everything that a request may carry, against the rules in short. */
class RandomHandshakeTest {

    private static final int ROUNDS = 5_000;

    private final long seed = Long.getLong("signet.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** A credential that was sent. */
    private record Sent(Form form, String credential, Verdict verdict) {
        boolean is(Class<? extends Verdict> kind) {
            return kind.isInstance(verdict);
        }

        String subject() {
            return ((Verdict.Valid) verdict).identity().subject();
        }
    }

    /** A request, what went into it and what came out. */
    private record Round(
            HandshakePolicy policy,
            HandshakeRequest request,
            List<Sent> sent,
            ScriptedVerifier verifier,
            HandshakeOutcome outcome) {

        boolean any(Class<? extends Verdict> kind) {
            return sent.stream().anyMatch(one -> one.is(kind));
        }

        boolean deniedByShape() {
            return !policy.allows(Loosening.QUERY_TOKENS)
                    && sent.stream().anyMatch(one -> one.form().queryToken());
        }

        Sent first() {
            return sent.stream().min(Comparator.comparing(one -> one.form().carrier)).orElseThrow();
        }
    }

    @Test
    void every_combination_is_decided_by_the_rules() {
        System.out.println("signet.seed=" + seed);
        for (int n = 0; n < ROUNDS; n++) {
            Round round = round();
            assertThat(round.outcome())
                    .as("seed %d round %d", seed, n)
                    .satisfies(it -> check(round));
        }
    }

    @Test
    void no_credential_is_printed_selected_or_told() {
        System.out.println("signet.seed=" + seed);
        for (int n = 0; n < ROUNDS; n++) {
            Round round = round();
            List<String> shown = shown(round);
            for (Sent sent : round.sent()) {
                for (String secret : List.of(sent.credential(), encoded(sent.credential()))) {
                    assertThat(shown)
                            .as("seed %d round %d %s", seed, n, sent.form())
                            .noneMatch(text -> text.contains(secret));
                }
            }
        }
    }

    private Round round() {
        ScriptedVerifier verifier = new ScriptedVerifier();
        HandshakePolicy policy = HandshakePolicy.strict("production");
        for (Loosening loosening : Set.of(Loosening.QUERY_TOKENS, Loosening.FIRST_MESSAGE)) {
            policy = random.nextBoolean() ? policy.allow(loosening) : policy;
        }
        Requests request = noise();
        List<Sent> sent = new ArrayList<>();
        for (Carrier carrier : List.of(Carrier.SUBPROTOCOL, Carrier.AUTHORIZATION, Carrier.QUERY)) {
            if (random.nextInt(3) > 0) {
                List<Form> forms = Form.of(carrier);
                Form form = forms.get(random.nextInt(forms.size()));
                Verdict verdict = verdict();
                sent.add(new Sent(form, form.send(request, verifier, verdict), verdict));
            }
        }
        HandshakeRequest built = request.build();
        return new Round(
                policy,
                built,
                sent,
                verifier,
                new Handshake(policy, InstantSource.fixed(NOW)).decide(built, verifier));
    }

    /** What proves nothing, in random amounts. */
    private Requests noise() {
        Requests request = Requests.request();
        if (random.nextBoolean()) {
            request.offer("signet.v1");
        }
        if (random.nextBoolean()) {
            request.offer("other.v" + random.nextInt(9));
        }
        if (random.nextBoolean()) {
            request.query("thread_id=thr_" + random.nextInt(9));
        }
        if (random.nextBoolean()) {
            request.header("X-User-Id", "usr_1").header("X-E2E-Bypass", "true");
        }
        return request;
    }

    private Verdict verdict() {
        int draw = random.nextInt(10);
        if (draw < 6) {
            return new Verdict.Valid(user("usr_" + (draw < 5 ? 1 : 2)));
        }
        if (draw < 8) {
            return new Verdict.Invalid(Reason.values()[random.nextInt(Reason.values().length)]);
        }
        return new Verdict.Unavailable(
                Verdict.Cause.values()[random.nextInt(Verdict.Cause.values().length)]);
    }

    private static void check(Round round) {
        HandshakeOutcome outcome = round.outcome();
        if (round.deniedByShape()) {
            assertThat(status(outcome)).isEqualTo(400);
            assertThat(round.verifier().asked()).isEmpty();
            return;
        }
        if (round.sent().isEmpty()) {
            assertThat(outcome instanceof AwaitFirstMessage)
                    .isEqualTo(round.policy().allows(Loosening.FIRST_MESSAGE));
            return;
        }
        long subjects =
                round.sent().stream()
                        .filter(one -> one.is(Verdict.Valid.class))
                        .map(Sent::subject)
                        .distinct()
                        .count();
        boolean good = !round.any(Verdict.Invalid.class) && !round.any(Verdict.Unavailable.class);
        assertThat(outcome instanceof Accepted).isEqualTo(good && subjects == 1);
        if (invalidToken(round)) {
            assertThat(status(outcome)).isEqualTo(401);
        } else if (good && subjects > 1) {
            assertThat(status(outcome)).isEqualTo(400);
        } else if (!round.any(Verdict.Invalid.class) && subjects == 1 && !good) {
            assertThat(status(outcome)).isEqualTo(503);
        }
        if (outcome instanceof Accepted accepted) {
            assertThat(accepted.carrier()).isEqualTo(round.first().form().carrier);
            assertThat(accepted.identity().subject()).isEqualTo(round.first().subject());
        }
    }

    private static boolean invalidToken(Round round) {
        return round.sent().stream()
                .anyMatch(one -> !one.form().ticket && one.is(Verdict.Invalid.class));
    }

    private static int status(HandshakeOutcome outcome) {
        return outcome instanceof Refused refused ? refused.status() : 101;
    }

    /** All that may end up in a log line or an answer. */
    private static List<String> shown(Round round) {
        CredentialExtraction extraction =
                CredentialExtraction.of(
                        round.request(), round.policy().allow(Loosening.LEGACY_ECHO));
        SubprotocolOffer offer = SubprotocolOffer.of(round.request().protocols());
        QueryString query = QueryString.of(round.request().rawQuery());
        List<String> shown =
                new ArrayList<>(
                        List.of(
                                round.request().toString(),
                                round.request().redactedQuery(),
                                round.outcome().toString(),
                                extraction.toString(),
                                offer.toString(),
                                query.toString(),
                                query.parameters().toString()));
        if (round.outcome() instanceof Accepted accepted) {
            shown.add(accepted.token().toString());
            accepted.subprotocol().ifPresent(shown::add);
            shown.add(LiveSocket.of(accepted, HandshakeLimits.STANDARD).toString());
        }
        if (round.outcome() instanceof AwaitFirstMessage awaited) {
            awaited.subprotocol().ifPresent(shown::add);
        }
        if (round.outcome() instanceof Refused refused) {
            Stream.of(
                            Optional.of(refused.code()),
                            Optional.of(refused.detail()),
                            refused.wwwAuthenticate(),
                            Optional.of(refused.headers().toString()))
                    .flatMap(Optional::stream)
                    .forEach(shown::add);
        }
        return shown;
    }
}
