package dev.signet.token.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.token.authorization.Authorization.Absent;
import dev.signet.token.authorization.Authorization.Bearer;
import dev.signet.token.authorization.Authorization.Dpop;
import dev.signet.token.authorization.Authorization.Malformed;
import dev.signet.token.authorization.Authorization.Other;
import dev.signet.token.authorization.Authorization.Repeated;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {

    private static Authorization of(String... values) {
        return Authorization.of(List.of(values));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer a.b", "bearer a.b", "BEARER   a.b", "Bearer a.b ", "\tbEaReR a.b\t"})
    void one_token_behind_the_scheme_in_any_case(String value) {
        assertThat(of(value)).isEqualTo(new Bearer("a.b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Bearer",
                "Bearer ",
                "bearer",
                "DPoP",
                "Bearer\ta",
                "Bearer \ta",
                "Bearer a b",
                "Bearer a,b",
                "Bearer a, Bearer b",
                "Bearer,a",
                "Bearer:a",
                "Bearer=",
                "Bearer =",
                "Bearer a=b",
                "Bearer \"a\"",
                "Bearer a\u0001",
                "Bearer a\0",
                "Bearer \u00e4",
                "Bearer\u00a0a",
                "Bearer\u2003a",
                "Bearer \ud800\udc00",
                "Bearer \ud800",
                "Bearer a\u007f",
                ",Bearer a",
                "\u00e9 a",
                "Basic a\u0001",
                "Basic a\r\nX: y",
                "\u0130 a",
                "bear\u0435r a"
            })
    void anything_else_with_that_scheme_or_without_one_is_malformed(String value) {
        assertThat(of(value)).isEqualTo(new Malformed());
    }

    @Test
    void another_scheme_is_named_and_never_printed() {
        assertThat(of("Basic YTpi")).isEqualTo(new Other("basic", "YTpi"));
        assertThat(of("BearerX a")).isEqualTo(new Other("bearerx", "a"));
        assertThat(of("Negotiate")).isEqualTo(new Other("negotiate", ""));
        assertThat(of("a.b.c")).isEqualTo(new Other("a.b.c", ""));
        assertThat(of("Basic YTpi").toString()).doesNotContain("YTpi");
    }

    @Test
    void a_bound_token_is_read_like_a_bearer_token() {
        assertThat(of("dpop a.b")).isEqualTo(new Dpop("a.b"));
        assertThat(of("DPoP a.b").toString()).doesNotContain("a.b");
        assertThat(of("Bearer a.b").toString()).doesNotContain("a.b");
    }

    @Test
    void two_headers_are_repeated_whatever_they_hold() {
        assertThat(of()).isEqualTo(new Absent());
        assertThat(of("Basic x", "Bearer a")).isEqualTo(new Repeated());
        assertThat(of("Bearer a", "Bearer a")).isEqualTo(new Repeated());
        assertThat(of("", "")).isEqualTo(new Repeated());
    }
}
