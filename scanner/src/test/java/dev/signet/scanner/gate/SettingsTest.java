package dev.signet.scanner.gate;

import static dev.signet.scanner.gate.Project.places;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.signet.scanner.result.ScanResult;
import dev.signet.scanner.settings.SettingsException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a project may say about itself. */
class SettingsTest {

    @TempDir private Path folder;

    private Project project() {
        return new Project(folder);
    }

    @Test
    void the_authority_may_handle_tokens_but_not_carelessly() throws Exception {
        String careless =
                """
                import jwt

                def claims(token):
                    return jwt.decode(token, "s3cr3t-value", algorithms=["none"])
                """;
        ScanResult result =
                project()
                        .settings("authority:\n  - services/auth_service/**\n")
                        .file("services/auth_service/tokens.py", Project.SIGNS)
                        .file("services/auth_service/weak.py", careless)
                        .scan();

        assertThat(places(result))
                .containsExactlyInAnyOrder(
                        "services/auth_service/weak.py:4 weak-validation new",
                        "services/auth_service/weak.py:4 secret-hardcoded new");
    }

    @Test
    void others_must_not_import_its_code() throws Exception {
        ScanResult result =
                project()
                        .settings("authority:\n  - services/auth_service/**\n")
                        .file("services/orders/a.py", "from auth_service.tokens import made\n")
                        .file("services/orders/b.py", "from services.auth_service import tokens\n")
                        .file("services/orders/c.py", "import auth_service_client\n")
                        .file("services/auth_service/d.py", "from auth_service.tokens import x\n")
                        .scan();

        assertThat(places(result))
                .containsExactly(
                        "services/orders/a.py:1 authority-import new",
                        "services/orders/b.py:1 authority-import new");
    }

    @Test
    void a_folder_called_like_many_others_is_only_known_by_its_whole_path() throws Exception {
        ScanResult result =
                project()
                        .settings("authority: [platform/auth/**, authority/**]\n")
                        .file("a.py", "from shop.auth.users import x\n")
                        .file("b.py", "from shop.authority.users import x\n")
                        .file("c.py", "from platform.auth.keys import x\n")
                        .scan();

        assertThat(places(result)).containsExactly("c.py:1 authority-import new");
    }

    @Test
    void what_is_excluded_is_not_looked_at() throws Exception {
        ScanResult result =
                project()
                        .settings("exclude: [legacy/, '*.gen.py']\n")
                        .file("legacy/a/b.py", Project.SIGNS)
                        .file("c/d.gen.py", Project.SIGNS)
                        .file("c/legacy.py", Project.SIGNS)
                        .scan();

        assertThat(places(result)).containsExactly("c/legacy.py:4 local-sign new");
        assertThat(result.counts().excluded()).isEqualTo(2);
    }

    @Test
    void an_exception_with_reason_and_end_allows_one_rule() throws Exception {
        ScanResult result =
                project()
                        .settings(
                                """
                                allow:
                                  - {rule: local-sign, path: a.py, reason: moves in May, until: 2026-11-24}
                                """)
                        .file("a.py", Project.SIGNS)
                        .file("b.py", Project.SIGNS)
                        .file("c/a.py", Project.DECODES)
                        .scan();

        assertThat(places(result))
                .containsExactly(
                        "a.py:4 local-sign allowed",
                        "b.py:4 local-sign new",
                        "c/a.py:4 local-decode new");
        assertThat(result.findings().getFirst().allowedBy()).contains("moves in May");
        assertThat(result.strict()).isEqualTo(3);
        assertThat(result.afterExceptions()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "reason: why, until: 2026-11-23",
                "reason: '', until: 2027-01-01",
                "until: 2027-01-01",
                "reason: why",
            })
    void an_exception_without_reason_or_past_its_day_is_a_finding(String rest) throws Exception {
        ScanResult result =
                project()
                        .settings(
                                "# why\nallow:\n  - {rule: local-sign, path: a.py, " + rest + "}\n")
                        .file("a.py", Project.SIGNS)
                        .scan();

        assertThat(places(result))
                .containsExactly(".signet-scan.yaml:3 allow-entry new", "a.py:4 local-sign new");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "authorities: []; 1: unknown key 'authorities'",
                "authority: services/auth; 1: 'authority' is a list",
                "authority: [{a: b}]; 1: a path pattern is a text",
                "exclude: ['../x']; 1: a path pattern stays in the tree",
                "allow: [{rule: no-such, path: a}]; 1: there is no rule 'no-such' to allow",
                "allow: [{rule: allow-entry, path: a}]; 1: there is no rule 'allow-entry'",
                "allow: [{path: a}]; 1: an entry of 'allow' needs 'rule'",
                "allow: [{rule: local-sign, path: a, why: x}]; 1: unknown key 'why'",
                "allow: [{rule: local-sign, path: a, until: soon}]; 1: 'until' is a date",
                "'allow: [a'; is not YAML",
                "[]; 1: expected keys out of",
                "&a [*a]; .signet-scan.yaml",
            })
    void what_is_not_understood_is_refused_with_its_line(String yaml, String complaint)
            throws Exception {
        Project project = project().settings(yaml + "\n");

        assertThatThrownBy(project::scan)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(".signet-scan.yaml")
                .hasMessageContaining(complaint);
    }

    @Test
    void an_empty_file_says_nothing() throws Exception {
        assertThat(places(project().settings("").file("a.py", Project.SIGNS).scan())).hasSize(1);
    }
}
