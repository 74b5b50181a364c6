package dev.signet.chat.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the chat page's files promise under a strict content security policy, before a browser runs
 * them.
 */
class PageFilesTest {
    private static final Path WEB = web();
    private static final int LINES_MAX = 450;
    private static final Pattern MARKUP_FROM_TEXT =
            Pattern.compile(
                    "innerHTML|outerHTML|insertAdjacentHTML|setHTML|parseHTML|srcdoc|DOMParser|createContextualFragment"
                            + "|document\\.write|\\beval\\(|new Function|setAttribute\\(\"(style|on)");
    private static final Pattern KEPT_IN_THE_BROWSER =
            Pattern.compile(
                    "localStorage|sessionStorage|indexedDB|document\\.cookie|cookieStore|\\bcaches\\b|serviceWorker|\\.storage\\b");
    private static final Pattern ADDRESS = Pattern.compile("\\b(?:https?|wss?)://[^\"'`\\s)]+");
    private static final Pattern IMPORT =
            Pattern.compile("^import .* from \"([^\"]+)\";$", Pattern.MULTILINE);
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");

    static Stream<Path> scripts() {
        return files(".js");
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void a_script_never_makes_markup_from_text(Path script) {
        assertThat(text(script)).doesNotContainPattern(MARKUP_FROM_TEXT);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void a_script_keeps_nothing_in_the_browser(Path script) {
        assertThat(text(script)).doesNotContainPattern(KEPT_IN_THE_BROWSER);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void a_script_fits_on_a_few_screens(Path script) {
        assertThat(text(script).lines()).hasSizeLessThanOrEqualTo(LINES_MAX);
    }

    @Test
    void nothing_comes_from_another_host() {
        assertThat(files(""))
                .flatMap(file -> found(ADDRESS, text(file), 0))
                .containsOnly("http://www.w3.org/2000/svg");
        assertThat(files(".css"))
                .isNotEmpty()
                .noneMatch(file -> text(file).matches("(?s).*(@import|url\\().*"));
    }

    @Test
    void the_document_has_no_inline_script_style_or_listener() {
        String html = text(WEB.resolve("index.html"));

        assertThat(found(Pattern.compile("<script[^>]*>[^<]*"), html, 0))
                .containsExactly("<script type=\"module\" src=\"/assets/app.js\">");
        assertThat(html).doesNotContain("<style").doesNotContainPattern("\\s(style|on[a-z]+)=");
    }

    @Test
    void every_file_is_used_and_every_used_file_is_there() {
        Set<Path> used = new HashSet<>(Set.of(WEB.resolve("index.html")));
        found(ASSET, text(WEB.resolve("index.html")), 1)
                .forEach(asset -> collect(WEB.resolve(asset.substring(1)), used));

        assertThat(files("")).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void every_element_and_icon_that_a_script_asks_for_by_name_is_in_the_document() {
        String html = text(WEB.resolve("index.html"));
        List<String> ids = found(Pattern.compile(" id=\"([^\"]+)\""), html, 1);

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(scripts())
                .flatMap(file -> found(Pattern.compile("byId\\(\"([^\"]+)\"\\)"), text(file), 1))
                .isSubsetOf(ids);
        assertThat(scripts())
                .flatMap(file -> found(Pattern.compile("\\bicon\\(\"([a-z]+)\"\\)"), text(file), 1))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(ids).contains("i-" + name));
        assertThat(found(Pattern.compile("<use href=\"#([^\"]+)\""), html, 1)).isSubsetOf(ids);
    }

    @Test
    void what_the_browser_tests_hold_on_to_is_there() {
        String html = text(WEB.resolve("index.html"));

        assertThat(
                        Stream.of(
                                "composer",
                                "send",
                                "stop",
                                "connection",
                                "sessions",
                                "signed-out",
                                "thread-list"))
                .allSatisfy(id -> assertThat(html).contains("id=\"" + id + "\""));
    }

    @Test
    void every_button_says_what_it_does() {
        String html = text(WEB.resolve("index.html"));
        Pattern button =
                Pattern.compile("<button([^>]*)>((?:(?!</button>).)*)</button>", Pattern.DOTALL);

        assertThat(button.matcher(html).results())
                .isNotEmpty()
                .allSatisfy(found -> assertThat(nameOf(found)).as(found.group()).isNotBlank());
    }

    /** A button's label, else its text; one that is filled in later has an id that says so. */
    private static String nameOf(MatchResult button) {
        if (button.group(1).contains("aria-label=\"")
                || button.group(1).contains("id=\"confirm-yes\"")) {
            return "labelled";
        }
        return button.group(2).replaceAll("<[^>]*>", "");
    }

    private static void collect(Path file, Set<Path> used) {
        assertThat(file).exists();
        if (used.add(file) && file.toString().endsWith(".js")) {
            found(IMPORT, text(file), 1)
                    .forEach(name -> collect(file.resolveSibling(name).normalize(), used));
        }
    }

    private static List<String> found(Pattern pattern, String text, int group) {
        return pattern.matcher(text).results().map(result -> result.group(group)).toList();
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(WEB)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path web() {
        try {
            return Path.of(PageFilesTest.class.getResource("/web/index.html").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
