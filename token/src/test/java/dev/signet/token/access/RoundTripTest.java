package dev.signet.token.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.jose.Algorithm;
import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.CryptoProvider.Choice;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySource;
import dev.signet.token.key.SigningKey;
import dev.signet.token.revocation.RevocationEvent;
import dev.signet.token.revocation.RevocationState;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is signed here is found good here, with every algorithm and every provider. */
class RoundTripTest {

    private final RevocationState revocations = new RevocationState();

    @ParameterizedTest
    @CsvSource({
        "ES256,JDK", "ES384,JDK", "RS256,JDK", "PS256,JDK", "EDDSA,JDK",
        "ES256,ACCP", "ES384,ACCP", "RS256,ACCP", "PS256,ACCP", "EDDSA,ACCP",
        "ES256,CONSCRYPT", "ES384,CONSCRYPT", "RS256,CONSCRYPT", "PS256,CONSCRYPT",
                "EDDSA,CONSCRYPT"
    })
    void a_token_of_each_algorithm_is_valid_until_revoked(Algorithm algorithm, Choice choice) {
        CryptoProvider provider = CryptoProvider.of(choice);
        SigningKey made = SigningKey.generate(algorithm, provider);
        SigningKey key = SigningKey.ofJwk(made.toJwk(), provider);
        KeySet published =
                ((KeySet.Parsed.Usable) KeySet.parse(jwks(key), CryptoProvider.of(Choice.JDK)))
                        .keys();
        TokenIssuer issuer =
                new TokenIssuer(
                        "https://i", "test", () -> key, InstantSource.system(), new SecureRandom());
        TokenValidator validator =
                new TokenValidator(
                        TokenProfile.of("https://i", Set.of("a"), "test")
                                .withAlgorithms(Set.of(algorithm)),
                        kid ->
                                published
                                        .find(kid)
                                        .<KeySource.Lookup>map(KeySource.Lookup.Found::new)
                                        .orElseGet(KeySource.Lookup.Unknown::new),
                        revocations,
                        InstantSource.system());
        IssuedToken token =
                issuer.issue(
                        AccessGrant.service(
                                "svc", Set.of("a"), Set.of(), Set.of(), Duration.ofMinutes(1)));

        assertThat(validator.validate(token.value())).isInstanceOf(Verdict.Valid.class);
        revocations.apply(new RevocationEvent.TokenRevoked(token.tokenId(), token.expiresAt()));
        assertThat(validator.validate(token.value()))
                .isEqualTo(new Verdict.Invalid(Reason.REVOKED_TOKEN));
    }

    private static byte[] jwks(SigningKey key) {
        return KeySet.of(List.of(key.verificationKey())).toJson().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void a_published_key_set_holds_no_private_member(Algorithm algorithm) {
        SigningKey key = SigningKey.generate(algorithm, CryptoProvider.of(Choice.JDK));

        assertThat(new String(jwks(key), StandardCharsets.UTF_8))
                .contains("\"kid\"", "\"alg\"", "\"use\":\"sig\"")
                .doesNotContain("\"d\"", "\"p\"", "\"q\"", "\"dp\"");
    }
}
