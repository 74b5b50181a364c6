package dev.signet.scanner.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.scanner.language.Language;
import dev.signet.scanner.library.Api;
import dev.signet.scanner.library.Libraries;
import dev.signet.scanner.library.Library;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a rule can find is passed over. */
class CandidatesTest {

    private static final Candidates CANDIDATES = new Candidates(List.of("services.auth_core"));

    private static boolean matters(String text) {
        return CANDIDATES.mayMatter(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jwt",
                "xxJwTxx",
                "import JOSE",
                "jsonWebToken",
                "jjwt",
                "js jw jwjwt",
                "HS256",
                "from services.auth_core import x",
                "require('../auth-core/x')",
                "import dev.signet.authority.x",
                "b64decode(token.split('.')[1])",
                "atob(x); JSON.parse(payload)",
            })
    void a_file_with_such_a_text_is_parsed(String text) {
        assertThat(matters(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "j", "jw", "j w t", "base64.encode(image)", "token = next()", "ö"})
    void others_are_not(String text) {
        assertThat(matters(text)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_name_in_the_catalogues_is_enough(Language language) {
        for (Library library : Libraries.of(language).libraries()) {
            for (Api api : library.apis()) {
                if (CataloguedLiterals.telling(api.parts()).isEmpty()) {
                    continue; // nothing but general names: "auth.refresh"
                }
                assertThat(matters(String.join(".", api.parts()))).as("%s", api).isTrue();
            }
            library.packages().forEach(name -> assertThat(matters(name)).as("%s", name).isTrue());
        }
    }

    @Test
    void the_text_of_literals_is_what_the_catalogues_say() {
        assertThat(Literals.catalogued())
                .as("catalogued.txt beside the class; replace it by what is expected")
                .isEqualTo(String.join("\n", CataloguedLiterals.all()) + "\n");
    }

    @Test
    void every_case_of_the_corpus_with_an_expectation_is_parsed() throws IOException {
        Candidates plain = new Candidates(List.of());
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/corpus"))) {
            assertThat(files.filter(Files::isRegularFile).filter(CandidatesTest::expectsMore))
                    .allSatisfy(file ->
                            assertThat(plain.mayMatter(text(file).getBytes(StandardCharsets.UTF_8)))
                                    .isTrue());
        }
    }

    /** More than imports, which depend on settings. */
    private static boolean expectsMore(Path file) {
        return !file.toString().endsWith(".expected")
                && text(file)
                        .lines()
                        .filter(line -> line.matches(".*expect(-next)?:.*"))
                        .anyMatch(line -> !line.contains("authority-import"));
    }

    /** Without the marks, which name rules. */
    private static String text(Path file) {
        return whole(file).replaceAll("(authority-modules|expect(-next)?):.*", "");
    }

    private static String whole(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
