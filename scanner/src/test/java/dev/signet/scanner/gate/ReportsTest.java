package dev.signet.scanner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.signet.scanner.report.ReportFormat;
import dev.signet.scanner.result.ScanResult;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What people and machines read. */
class ReportsTest {

    private static final String EVIL = "a <b>|`c` \u001b[31m @team & \"d\".py";

    @TempDir private Path folder;

    private ScanResult result() throws Exception {
        new Project(folder).file("known.py", Project.SIGNS).update("b.json").scan();
        return new Project(folder)
                .settings(
                        """
                        allow:
                          - {rule: local-decode, path: allowed.py, reason: 'moves | soon', until: 2027-01-01}
                        """)
                .file("CODEOWNERS", "* @all\n/new/ @team/new # why\n/known.py\n")
                .file("allowed.py", Project.DECODES)
                .file("new/x: y.py", Project.DECODES)
                .file("new/secret.py", "JWT_SECRET_KEY = \"hunter2-hunter2\"\n")
                .file(EVIL, Project.SIGNS.replace("claims, key", "claims , key"))
                .file("binary.py", new byte[] {0})
                .baseline("b.json")
                .scan();
    }

    private String write(ReportFormat format) throws Exception {
        return format.write(result(), folder);
    }

    @Test
    void json_is_as_the_contract_has_it() throws Exception {
        Map<String, Object> report = map(parse(write(ReportFormat.JSON)));

        assertThat(map(report.get("summary")))
                .containsEntry("strict", 5L)
                .containsEntry("after_exceptions", 4L)
                .containsEntry("new", 3L)
                .containsEntry("baseline", 1L)
                .containsEntry("allowed", 1L)
                .containsKeys("by_rule", "by_language", "files", "parsed", "skipped_tests");
        Map<String, Object> first = map(list(report.get("findings")).get(1));
        assertThat(first.get("rule")).isEqualTo("local-decode");
        assertThat(first.get("severity")).isEqualTo("error");
        assertThat(first.get("confidence")).isEqualTo("high");
        assertThat(first.get("path")).isEqualTo("allowed.py");
        assertThat(first.get("line")).isEqualTo(4L);
        assertThat(first.get("column")).isEqualTo(16L);
        assertThat(first.get("language")).isEqualTo("python");
        assertThat(first.get("fingerprint")).asString().matches("[0-9a-f]{24}-2");
        assertThat(first.get("status")).isEqualTo("allowed");
        assertThat(first.get("allowed_by")).isEqualTo("moves | soon");
        assertThat(first.get("owner")).isEqualTo("@all");
        assertThat(owners(list(report.get("findings"))))
                .containsEntry("new/secret.py", "@team/new")
                .doesNotContainKey("known.py");
        assertThat(map(list(report.get("skipped")).getFirst()).get("reason")).isEqualTo("binary");
    }

    private static Map<String, String> owners(List<Object> findings) {
        Map<String, String> owners = new LinkedHashMap<>();
        for (Object finding : findings) {
            if (map(finding).get("owner") != null) {
                owners.put(
                        String.valueOf(map(finding).get("path")),
                        String.valueOf(map(finding).get("owner")));
            }
        }
        return owners;
    }

    @Test
    void sarif_has_what_the_standard_requires() throws Exception {
        Map<String, Object> log = map(parse(write(ReportFormat.SARIF)));
        assertThat(log.get("version")).isEqualTo("2.1.0");
        Map<String, Object> run = map(list(log.get("runs")).getFirst());
        List<Object> rules = list(map(map(run.get("tool")).get("driver")).get("rules"));

        assertThat(list(run.get("results")))
                .hasSize(5)
                .allSatisfy(one -> {
                    Map<String, Object> result = map(one);
                    long index = (Long) result.get("ruleIndex");
                    assertThat(map(rules.get((int) index)).get("id"))
                            .isEqualTo(result.get("ruleId"));
                    assertThat(result.get("level")).isIn("error", "warning");
                    assertThat(result.get("baselineState")).isIn("new", "unchanged");
                    assertThat(map(result.get("message")).get("text")).asString().isNotBlank();
                    Map<String, Object> place =
                            map(
                                    map(list(result.get("locations")).getFirst())
                                            .get("physicalLocation"));
                    Object uri = map(place.get("artifactLocation")).get("uri");
                    assertThat(URI.create(uri.toString()).isAbsolute()).isFalse();
                    assertThat((Long) map(place.get("region")).get("startLine")).isPositive();
                    assertThat(map(result.get("partialFingerprints"))).hasSize(1);
                });
        assertThat(list(run.get("results")))
                .filteredOn(one -> !list(map(one).get("suppressions")).isEmpty())
                .singleElement()
                .satisfies(one ->
                        assertThat(map(list(map(one).get("suppressions")).getFirst()))
                                .hasToString(
                                        "{kind=external, status=accepted, justification=moves |"
                                                + " soon}"));
    }

    @Test
    void junit_is_xml_in_which_only_new_findings_fail() throws Exception {
        Element suites =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(
                                new ByteArrayInputStream(
                                        write(ReportFormat.JUNIT).getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement();

        assertThat(suites.getAttribute("tests")).isEqualTo("5");
        assertThat(suites.getElementsByTagName("failure").getLength()).isEqualTo(3);
        assertThat(suites.getElementsByTagName("skipped").getLength()).isEqualTo(2);
    }

    @Test
    void text_shows_the_line_the_reason_and_what_to_write_instead() throws Exception {
        String text = write(ReportFormat.TEXT);

        assertThat(text)
                .contains(
                        "    4:16     ",
                        "      4 | return jwt.decode(token, key",
                        "\n                     ^\n",
                        "why: ",
                        "instead: POST the token",
                        "[allowed: moves | soon]",
                        "[known]",
                        "binary.py: binary",
                        "\nstrict: 5\nafter allowed exceptions: 4 (3 new, 1 known)\n");
    }

    @Test
    void no_report_shows_the_secret_or_lets_a_name_steer_the_terminal() throws Exception {
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(write(format))
                    .as(format.id())
                    .doesNotContain("hunter2")
                    .doesNotContain("\u001b");
        }
    }

    @Test
    void markdown_shows_what_is_new_and_no_name_is_markup() throws Exception {
        String text = write(ReportFormat.MARKDOWN);

        assertThat(text)
                .contains("| strict | 5 |", "| after allowed exceptions | 4 |")
                .contains("| of these new | 3 |")
                .contains("`new/x: y.py:4`")
                .doesNotContain("| `allowed.py");
        assertThat(text.lines().filter(line -> line.contains("local-sign |")))
                .anySatisfy(line -> assertThat(line).contains("a <b>\\|'c'"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    private static Object parse(String json) throws IOException {
        try (JsonParser in = new JsonFactory().createParser(json)) {
            in.nextToken();
            return value(in);
        }
    }

    private static Object value(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                while (in.nextToken() != JsonToken.END_OBJECT) {
                    String name = in.currentName();
                    in.nextToken();
                    map.put(name, value(in));
                }
                yield map;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(in));
                }
                yield list;
            }
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_TRUE, VALUE_FALSE -> in.getBooleanValue();
            default -> in.getText();
        };
    }
}
