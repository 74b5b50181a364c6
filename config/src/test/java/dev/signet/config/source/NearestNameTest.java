package dev.signet.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNameTest {

    private static final List<String> NAMES = Table.settings().stream().map(Setting::name).toList();

    @ParameterizedTest
    @CsvSource({
        "authority.prot,            authority.port",
        "authorty.port,             authority.port",
        "auhtority.issuer,          authority.issuer",
        "websocket.query_tokens,    websocket.query-tokens",
        "websocket.origin,          websocket.origins",
        "enviroment,                environment",
        "Environment,               environment",
        "token.accessLifetime,      token.access-lifetime",
        "chat.model.apikey,         chat.model.api-key"
    })
    void a_slip_is_recognised(String slip, String meant) {
        assertThat(NearestName.among(NAMES, slip)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "colour", "spring.datasource.url", "server.ssl.key-store"})
    void what_is_like_nothing_is_not_guessed(String name) {
        assertThat(NearestName.among(NAMES, name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc, 0",
        "abc, acb, 1",
        "abc, ab, 1",
        "abc, abcd, 1",
        "abc, axc, 1",
        "'', abc, 3",
        "port, host, 2"
    })
    void edits_are_counted(String from, String to, int edits) {
        assertThat(NearestName.edits(from, to)).isEqualTo(edits);
        assertThat(NearestName.edits(to, from)).isEqualTo(edits);
    }
}
