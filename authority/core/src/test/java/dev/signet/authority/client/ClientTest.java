package dev.signet.authority.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/callback",
                "https://app.example",
                "https://app.example:8443/cb?tenant=a",
                "http://localhost:8081/callback",
                "http://127.0.0.1/cb",
                "http://[::1]:3000/cb",
            })
    void a_redirect_uri_is_absolute_and_safe(String uri) {
        assertThat(client(Client.Kind.PUBLIC, uri).redirectUris()).containsExactly(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/callback",
                "http://app.example/callback",
                "http://localhost.evil.example/cb",
                "https://app.example/cb#fragment",
                "https://user@app.example/cb",
                "https:///callback",
                "javascript:alert(1)",
                "data:text/html,x",
                "https://app.example/a b",
                "myapp://callback",
            })
    void any_other_redirect_uri_is_refused(String uri) {
        assertThatThrownBy(() -> client(Client.Kind.PUBLIC, uri))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_client_without_a_secret_has_no_name_of_its_own_and_codes_need_an_address() {
        assertThatThrownBy(() -> client("a", Client.Kind.PUBLIC, GrantType.CLIENT_CREDENTIALS))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> client("a", Client.Kind.CONFIDENTIAL, GrantType.AUTHORIZATION_CODE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ä", "a\n"})
    void an_id_is_plain(String id) {
        assertThatThrownBy(() -> client(id, Client.Kind.SERVICE, GrantType.CLIENT_CREDENTIALS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scopes_follow_the_grammar() {
        assertThat(Scopes.parse("openid email openid")).contains(Scopes.of("email", "openid"));
        assertThat(Scopes.of("b", "a").parameter()).isEqualTo("a b");
        for (String bad : new String[] {"", " ", "a  b", " a", "a ", "a\"b", "a\\b", "ä", "a\tb"}) {
            assertThat(Scopes.parse(bad)).as(bad).isEmpty();
        }
        assertThat(Scopes.parse("x".repeat(128))).isPresent();
        assertThat(Scopes.parse("x".repeat(129))).isEmpty();
        assertThat(Scopes.parse("x ".repeat(1_000_000))).isEmpty();
        StringBuilder many = new StringBuilder("s0");
        for (int i = 1; i < Scopes.MAX; i++) {
            many.append(" s").append(i);
        }
        assertThat(Scopes.parse(many.toString())).isPresent();
        assertThat(Scopes.parse(many + " one-more")).isEmpty();
    }

    private static Client client(Client.Kind kind, String uri) {
        return new Client(
                "app",
                "App",
                kind,
                Set.of(uri),
                Set.of(GrantType.AUTHORIZATION_CODE),
                ClientScopes.of("openid"),
                ServiceAccess.NONE);
    }

    private static Client client(String id, Client.Kind kind, GrantType grant) {
        return new Client(
                id, "App", kind, Set.of(), Set.of(grant), ClientScopes.of(), ServiceAccess.NONE);
    }
}
