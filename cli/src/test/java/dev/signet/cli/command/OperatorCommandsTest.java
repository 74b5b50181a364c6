package dev.signet.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators see of {@code signet config} and {@code signet clients}. */
class OperatorCommandsTest {

    private static final String CALLBACK = "https://app.example.com/callback";

    @TempDir private Path data;

    private record Run(int status, String out, String err) {
        JsonObject json() {
            return new JsonObject(out);
        }
    }

    private static Run signet(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err));
        int status = SignetCommand.run(terminal, words);
        terminal.out().flush();
        terminal.err().flush();
        return new Run(status, out.toString(), err.toString());
    }

    private Run clients(String... words) {
        List<String> all = new ArrayList<>(List.of("clients"));
        all.addAll(List.of(words));
        all.addAll(List.of("--set", "environment=test", "--data", data.toString()));
        return signet(all.toArray(String[]::new));
    }

    @Test
    void settings_may_be_named_before_and_behind_the_subcommand() {
        for (String[] words :
                new String[][] {
                    {"config", "--set", "environment=test", "explain", "authority.port"},
                    {"config", "explain", "authority.port", "--set", "environment=test"},
                }) {
            assertThat(signet(words).status()).isZero();
        }
        assertThat(signet("config", "check", "--set", "environment=test").out())
                .isEqualTo("The settings are right." + System.lineSeparator());
    }

    @Test
    void a_check_of_wrong_settings_is_two_and_names_each() {
        Run run =
                signet(
                        "config",
                        "check",
                        "--json",
                        "--set",
                        "environment=test",
                        "--set",
                        "authority.port=0",
                        "--set",
                        "foo=1");

        assertThat(run.status()).isEqualTo(2);
        JsonArray problems = run.json().getJsonArray("problems");
        assertThat(problems.stream().map(problem -> ((JsonObject) problem).getString("key")))
                .containsExactlyInAnyOrder("authority.port", "foo");
        assertThat(problems.getJsonObject(0).fieldNames())
                .containsExactlyInAnyOrder("key", "origin", "what", "action");
    }

    @Test
    void settings_are_explained_for_the_command_that_is_named() {
        assertThat(signet("config", "check", "--for", "demo").status()).isZero();
        assertThat(signet("config", "check", "--for", "serve").status()).isEqualTo(2);
        Run run = signet("config", "check", "--for", "server");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("server").doesNotContain("enum constant");
    }

    @Test
    void a_registered_client_is_listed_and_its_secret_is_printed_alone() {
        Run added = clients("add", "orders", "--kind", "service", "--name", "Orders");

        assertThat(added.status()).isZero();
        assertThat(added.out().strip()).matches("sgs_[A-Za-z0-9_-]{43}");
        assertThat(clients("add", "orders", "--kind", "service").status()).isEqualTo(1);
        assertThat(clients("list").out()).contains("orders").contains("Orders");
        JsonObject listed =
                clients("list", "--json").json().getJsonArray("clients").getJsonObject(0);
        assertThat(listed.getString("id")).isEqualTo("orders");
        assertThat(listed.getString("kind")).isEqualTo("service");
        assertThat(listed.encode()).doesNotContain("sgs_");
    }

    @Test
    void a_public_client_gets_no_secret() {
        Run added = clients("add", "app", "--kind", "public", "--redirect-uri", CALLBACK);

        assertThat(added.status()).isZero();
        assertThat(added.out()).isEmpty();
        assertThat(clients("add-secret", "app").status()).isEqualTo(1);
    }

    private JsonObject listed(String id) {
        return clients("list", "--json").json().getJsonArray("clients").stream()
                .map(JsonObject.class::cast)
                .filter(client -> client.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_client_has_the_scopes_and_rights_that_it_is_given_and_no_others() {
        clients("add", "bare", "--kind", "service");
        clients("add", "web", "--kind", "confidential", "--redirect-uri", CALLBACK);
        clients("add", "asker", "--kind", "service", "--rights", "validate,feed");

        assertThat(listed("bare").getJsonArray("rights")).containsExactly("client_credentials");
        assertThat(listed("bare").getString("scope")).isEmpty();
        assertThat(listed("web").getJsonArray("rights")).isEmpty();
        assertThat(listed("web").getString("scope"))
                .isEqualTo("email offline_access openid profile");
        assertThat(listed("web").getString("default_scope")).isEqualTo("email openid profile");
        assertThat(listed("asker").getJsonArray("rights"))
                .containsExactly("client_credentials", "feed", "validate");
    }

    @Test
    void a_client_is_changed_in_what_is_named() {
        clients("add", "web", "--kind", "confidential", "--redirect-uri", CALLBACK);

        Run changed =
                clients(
                        "change",
                        "web",
                        "--scopes",
                        "openid chat:use",
                        "--rights",
                        "client_credentials,validate");
        assertThat(changed.status()).as(changed.err()).isZero();
        assertThat(listed("web").getString("scope")).isEqualTo("chat:use openid");
        assertThat(listed("web").getString("default_scope")).isEqualTo("openid");
        assertThat(clients("change", "web", "--default-scopes", "chat:use").status()).isZero();
        assertThat(listed("web").getString("default_scope")).isEqualTo("chat:use");
        assertThat(listed("web").getJsonArray("rights"))
                .containsExactly("client_credentials", "validate");
        assertThat(clients("change", "web", "--rights", "").status()).isZero();
        assertThat(listed("web").getJsonArray("rights")).isEmpty();
        assertThat(clients("change", "nobody", "--rights", "feed").status()).isEqualTo(1);
        for (String[] wrong :
                new String[][] {
                    {"--rights", "everything"},
                    {"--rights", "feed"},
                    {"--default-scopes", "offline_access"},
                    {"--default-scopes", "account:read"},
                    {"--scopes", "a\"b"},
                }) {
            Run run = clients("change", "web", wrong[0], wrong[1]);
            assertThat(run.status()).as(String.join(" ", wrong)).isEqualTo(2);
            assertThat(run.err()).isNotBlank();
        }
    }

    @Test
    void a_secret_is_replaced_and_a_client_removed() {
        String first = clients("add", "orders", "--kind", "service").out();
        Run second = clients("add-secret", "orders");

        assertThat(second.out().strip()).matches("sgs_[A-Za-z0-9_-]{43}").isNotEqualTo(first);
        assertThat(clients("drop-old-secrets", "orders").status()).isZero();
        assertThat(clients("remove", "orders").status()).isZero();
        assertThat(clients("list").out()).isEmpty();
        for (String command : List.of("add-secret", "drop-old-secrets", "remove")) {
            Run nobody = clients(command, "orders");
            assertThat(nobody.status()).isEqualTo(1);
            assertThat(nobody.err()).contains("orders");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders --kind daemon",
                "orders",
                "orders --kind public",
                "orders --kind confidential --redirect-uri http://app.example.com/callback",
                "or/ders --kind service",
                "orders --kind service --rights everything",
                "app --kind public --redirect-uri https://app.example.com/cb --rights introspect",
            })
    void what_cannot_be_a_client_is_misuse(String words) {
        List<String> all = new ArrayList<>(List.of("add"));
        all.addAll(List.of(words.split(" ")));

        Run run = clients(all.toArray(String[]::new));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isNotBlank().doesNotContain("enum constant");
        assertThat(Files.exists(data.resolve("authority.db"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "nonsense --help",
                "--help nonsense",
                "nonsense --version",
                "--nonsense --help",
                "serve nonsense --help",
                "serve --nonsense --help",
                "serve --help --nonsense",
                "config nonsense --help",
                "config check nonsense --help",
                "config explain a b --help",
                "clients list --nonsense --help",
                "scan --nonsense --help",
                "token nonsense --help",
            })
    void a_word_that_no_command_knows_is_misuse_also_beside_help(String words) {
        Run run = signet(words.split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(words.contains("explain") ? "b" : "nonsense");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "--version", "serve --help", "config check --help", "scan --help"})
    void help_that_is_asked_for_rightly_is_given(String words) {
        Run run = signet(words.split(" "));

        assertThat(run.status()).isZero();
        assertThat(run.out()).isNotEmpty();
    }
}
