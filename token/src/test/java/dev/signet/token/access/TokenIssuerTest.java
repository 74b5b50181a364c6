package dev.signet.token.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.signet.token.forgery.Forge;
import dev.signet.token.jose.Algorithm;
import dev.signet.token.jose.Base64Url;
import dev.signet.token.jose.CompactJws;
import dev.signet.token.jose.Digest;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Identity.Kind;
import dev.signet.token.verdict.Verdict;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TokenIssuerTest {

    private final Forge forge = Forge.shared();
    private final AtomicReference<SigningKey> active = new AtomicReference<>(forge.key());
    private final TokenIssuer issuer =
            new TokenIssuer(
                    Forge.ISSUER,
                    Forge.ENVIRONMENT,
                    active::get,
                    () -> Forge.NOW,
                    new SecureRandom());
    private final TokenValidator validator =
            forge.validator(CryptoProvider.best(), new RevocationState());

    private static CompactJws parsed(IssuedToken token) {
        return ((CompactJws.Form.Canonical) CompactJws.parse(token.value())).jws();
    }

    private static IdClaims idClaims(IssuedToken access) {
        return new IdClaims(
                Forge.SUBJECT,
                "signet-chat",
                Forge.SESSION,
                Forge.NOW,
                Optional.of("n-1"),
                Optional.of("alice@example.test"),
                Optional.of(true),
                Optional.of("Alice"),
                List.of("pwd"),
                access,
                Duration.ofMinutes(10));
    }

    @Test
    void an_access_token_says_what_was_granted() {
        IssuedToken token = issuer.issue(Forge.grant());

        CompactJws jws = parsed(token);
        assertThat(jws.header())
                .isEqualTo(Map.of("alg", "ES256", "kid", forge.key().kid(), "typ", "at+jwt"));
        assertThat(jws.payload())
                .containsEntry("iss", Forge.ISSUER)
                .containsEntry("sub", Forge.SUBJECT)
                .containsEntry("aud", List.of(Forge.AUDIENCE))
                .containsEntry("iat", Forge.NOW.getEpochSecond())
                .containsEntry("exp", Forge.NOW.getEpochSecond() + 600)
                .containsEntry("jti", token.tokenId())
                .containsEntry("client_id", "signet-chat")
                .containsEntry("sid", Forge.SESSION)
                .containsEntry("permissions", List.of("chat:use"))
                .containsEntry("email", "alice@example.test")
                .containsEntry("env", Forge.ENVIRONMENT)
                .containsEntry("auth_time", Forge.NOW.getEpochSecond())
                .containsEntry("amr", List.of("pwd"))
                .containsEntry("acr", "1")
                .containsEntry("token_type", "access")
                .hasSize(16);
        assertThat(Set.of(jws.payload().get("scope").toString().split(" ")))
                .isEqualTo(Set.of("openid", "profile"));
        assertThat(token.issuedAt()).isEqualTo(Instant.ofEpochSecond(Forge.NOW.getEpochSecond()));
        assertThat(token.expiresInSeconds()).isEqualTo(600);
        assertThat(token.toString()).doesNotContain(token.value());
    }

    @Test
    void a_service_token_names_no_session() {
        AccessGrant grant =
                AccessGrant.service(
                        "svc",
                        Set.of(Forge.AUDIENCE),
                        Set.of("feed"),
                        Set.of(),
                        Duration.ofMinutes(1));
        IssuedToken token = issuer.issue(grant);

        assertThat(parsed(token).payload())
                .containsEntry("token_type", "service")
                .containsEntry("sub", "svc")
                .doesNotContainKeys("sid", "email", "auth_time", "amr", "acr", "cnf");
        assertThat(((Verdict.Valid) validator.validate(token.value())).identity().kind())
                .isEqualTo(Kind.SERVICE);
    }

    @Test
    void a_fraction_of_the_lifetime_is_cut_off() {
        AccessGrant grant =
                AccessGrant.service(
                        "svc", Set.of("a"), Set.of(), Set.of(), Duration.ofMillis(1_999));

        assertThat(issuer.issue(grant).expiresInSeconds()).isEqualTo(1);
    }

    @Test
    void token_ids_carry_128_random_bits() {
        Set<String> ids =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> issuer.issue(Forge.grant()).tokenId())
                        .collect(Collectors.toSet());

        assertThat(ids).hasSize(10_000);
        assertThat(ids).allMatch(id -> Base64Url.decode(id).orElseThrow().length == 16);
    }

    @Test
    void a_new_active_key_signs_at_once() {
        issuer.issue(Forge.grant());
        active.set(forge.second);

        IssuedToken token = issuer.issue(Forge.grant());

        assertThat(parsed(token).kid()).contains(forge.second.kid());
        assertThat(validator.validate(token.value())).isInstanceOf(Verdict.Valid.class);
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void keys_of_each_algorithm_sign_good_tokens(Algorithm algorithm) {
        active.set(forge.key(algorithm));

        assertThat(validator.validate(issuer.issue(Forge.grant()).value()))
                .isInstanceOf(Verdict.Valid.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ES256,SHA-256",
        "RS256,SHA-256",
        "PS256,SHA-256",
        "ES384,SHA-384",
        "EDDSA,SHA-512"
    })
    void an_id_token_names_its_access_token_by_the_hash_of_its_algorithm(
            Algorithm algorithm, String hash) {
        active.set(forge.key(algorithm));
        IssuedToken access = issuer.issue(Forge.grant());

        CompactJws jws = parsed(issuer.issue(idClaims(access)));

        byte[] whole = Digest.of(access.value(), hash);
        assertThat(jws.payload())
                .containsEntry("at_hash", Base64Url.encode(Arrays.copyOf(whole, whole.length / 2)));
        assertThat(jws.hasType("JWT")).isTrue();
    }

    @Test
    void an_id_token_says_who_logged_in_where() {
        assertThat(parsed(issuer.issue(idClaims(issuer.issue(Forge.grant())))).payload())
                .containsEntry("iss", Forge.ISSUER)
                .containsEntry("sub", Forge.SUBJECT)
                .containsEntry("aud", "signet-chat")
                .containsEntry("azp", "signet-chat")
                .containsEntry("sid", Forge.SESSION)
                .containsEntry("nonce", "n-1")
                .containsEntry("email", "alice@example.test")
                .containsEntry("email_verified", true)
                .containsEntry("name", "Alice")
                .containsEntry("amr", List.of("pwd"));
    }

    @Test
    void what_nobody_would_accept_is_not_signed() {
        Set<String> permissions =
                IntStream.range(0, 200)
                        .mapToObj(i -> "p".repeat(100) + i)
                        .collect(Collectors.toSet());
        AccessGrant grant =
                AccessGrant.service(
                        "svc", Set.of("a"), Set.of(), permissions, Duration.ofMinutes(1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> issuer.issue(grant))
                .withMessageContaining("16384");
    }

    @Test
    void grants_that_make_no_good_token_cannot_be_made() {
        Duration minute = Duration.ofMinutes(1);
        Set<String> a = Set.of("a");
        refused("svc", Set.of(), Set.of(), Set.of(), minute);
        refused("", a, Set.of(), Set.of(), minute);
        refused("s".repeat(2_049), a, Set.of(), Set.of(), minute);
        refused("svc", Set.of(""), Set.of(), Set.of(), minute);
        refused("svc", a, Set.of("two words"), Set.of(), minute);
        refused("svc", a, Set.of(""), Set.of(), minute);
        refused("svc", a, Set.of("x".repeat(1_500), "y".repeat(1_500)), Set.of(), minute);
        refused("svc", a, Set.of(), Set.of(""), minute);
        refused("svc", a, Set.of(), numbered(257), minute);
        refused("svc", a, Set.of(), Set.of(), Duration.ofMillis(999));
        refused("svc", a, Set.of(), Set.of(), Duration.ofHours(2).plusMillis(1));
    }

    private static Set<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.toSet());
    }

    private static void refused(
            String client,
            Set<String> audiences,
            Set<String> scopes,
            Set<String> permissions,
            Duration lifetime) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AccessGrant.service(client, audiences, scopes, permissions, lifetime));
    }

    @Test
    void a_user_has_a_session() {
        AccessGrant good = Forge.grant();

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AccessGrant(
                                Kind.USER,
                                good.subject(),
                                good.audiences(),
                                good.clientId(),
                                Optional.empty(),
                                good.scopes(),
                                good.permissions(),
                                good.email(),
                                good.authenticatedAt(),
                                good.methods(),
                                good.contextClass(),
                                good.keyThumbprint(),
                                good.lifetime()));
    }

    /** Whatever a grant may hold arrives unchanged on the other side. */
    @Test
    void every_grant_that_can_be_made_is_read_back() {
        long seed = new SecureRandom().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);

        for (int i = 0; i < 500; i++) {
            AccessGrant grant = randomGrant(random);
            Identity identity =
                    ((Verdict.Valid) validator.introspect(issuer.issue(grant).value())).identity();
            assertThat(identity.subject()).isEqualTo(grant.subject());
            assertThat(identity.sessionId()).isEqualTo(grant.sessionId());
            assertThat(identity.clientId()).isEqualTo(grant.clientId());
            assertThat(identity.audiences()).isEqualTo(grant.audiences());
            assertThat(identity.scopes()).isEqualTo(grant.scopes());
            assertThat(identity.permissions()).isEqualTo(grant.permissions());
            assertThat(identity.email()).isEqualTo(grant.email());
            assertThat(identity.keyThumbprint()).isEqualTo(grant.keyThumbprint());
        }
    }

    private static AccessGrant randomGrant(Random random) {
        Set<String> audiences = texts(random, 3);
        audiences.add(Forge.AUDIENCE);
        Set<String> scopes =
                texts(random, 5).stream()
                        .map(scope -> scope.replace(' ', '_'))
                        .collect(Collectors.toSet());
        return new AccessGrant(
                Kind.USER,
                text(random),
                audiences,
                text(random),
                Optional.of(text(random)),
                scopes,
                texts(random, 9),
                random.nextBoolean() ? Optional.of(text(random)) : Optional.empty(),
                Optional.of(Forge.NOW),
                List.copyOf(texts(random, 2)),
                Optional.of(text(random)),
                random.nextBoolean()
                        ? Optional.of(Base64Url.encode(new byte[32]))
                        : Optional.empty(),
                Duration.ofSeconds(1 + random.nextInt(7_200)));
    }

    private static Set<String> texts(Random random, int most) {
        Set<String> texts = new HashSet<>();
        IntStream.range(0, random.nextInt(most + 1)).forEach(i -> texts.add(text(random)));
        return texts;
    }

    /** Any characters, among them quotes, controls and those beyond 16 bits. */
    private static String text(Random random) {
        return random.ints(0, 0x11000)
                .filter(c -> !(c >= 0xd800 && c < 0xe000))
                .limit(1 + random.nextInt(20))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
