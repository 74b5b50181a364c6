package dev.signet.chat.http.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.jose.Base64Url;
import dev.signet.token.verdict.Identity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdTokenCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ISSUER = "https://auth.example";
    private static final String NONCE = "the-nonce";

    private final IdTokenCheck check = new IdTokenCheck(ISSUER, "chat");

    private static Identity identity() {
        return new Identity(
                Identity.Kind.USER,
                "usr_1",
                ISSUER,
                Set.of("signet-platform"),
                "jti",
                Optional.of("ses_1"),
                "chat",
                Set.of(),
                Set.of("chat:use"),
                Optional.empty(),
                "test",
                NOW,
                NOW.plusSeconds(60),
                Optional.empty(),
                Optional.of("kid"),
                Optional.empty());
    }

    private static JsonObject claims() {
        return new JsonObject()
                .put("iss", ISSUER)
                .put("sub", "usr_1")
                .put("aud", "chat")
                .put("sid", "ses_1")
                .put("nonce", NONCE)
                .put("iat", NOW.getEpochSecond())
                .put("exp", NOW.getEpochSecond() + 60);
    }

    private boolean belongs(JsonObject claims) {
        String header = Base64Url.encode("{\"alg\":\"ES256\",\"kid\":\"k\",\"typ\":\"JWT\"}");
        String token = header + "." + Base64Url.encode(claims.encode()) + ".AAAA";
        return check.belongs(token, NONCE, identity(), NOW);
    }

    @Test
    void the_right_id_token_belongs() {
        assertThat(belongs(claims())).isTrue();
        assertThat(belongs(claims().put("aud", new JsonArray().add("chat")))).isTrue();
    }

    static Stream<UnaryOperator<JsonObject>> faults() {
        return Stream.of(
                claims -> claims.put("nonce", "another"),
                claims -> claims.put("nonce", 7),
                claims -> without(claims, "nonce"),
                claims -> claims.put("iss", "https://evil.example"),
                claims -> without(claims, "iss"),
                claims -> claims.put("aud", "another"),
                claims -> claims.put("aud", new JsonArray().add("chat").add("another")),
                claims -> without(claims, "aud"),
                claims -> claims.put("sub", "usr_2"),
                claims -> without(claims, "sub"),
                claims -> claims.put("sid", "ses_2"),
                claims -> claims.put("exp", NOW.getEpochSecond() - 31),
                claims -> claims.put("exp", "soon"),
                claims -> without(claims, "exp"));
    }

    private static JsonObject without(JsonObject claims, String name) {
        claims.remove(name);
        return claims;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void any_claim_that_does_not_fit_refuses(UnaryOperator<JsonObject> fault) {
        assertThat(belongs(fault.apply(claims()))).isFalse();
    }

    @Test
    void what_is_no_token_belongs_to_nothing() {
        assertThat(check.belongs("", NONCE, identity(), NOW)).isFalse();
        assertThat(check.belongs("a.b.c", NONCE, identity(), NOW)).isFalse();
    }
}
