package dev.signet.authority.http.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final String NASTY = "\"><script>alert(1)</script>' onfocus='x' ${1} &amp;";
    private static final String NASTY_PATH = "/x?y=\"><script>alert(1)</script>";
    private static final PageForm FORM =
            new PageForm(
                    NASTY_PATH,
                    NASTY,
                    List.of(new HiddenField(NASTY, NASTY), new HiddenField("state", NASTY)));
    private static final Optional<Link> NEXT =
            Optional.of(new Link("http://localhost:8081/?a=1&b=2", NASTY));
    private static final Pattern OPENING_TAG = Pattern.compile("<[a-z](?:[^>\"]|\"[^\"]*\")*>");

    private final Pages pages = new Pages();

    static Stream<Page> pages() {
        Field field = Field.refused(NASTY, NASTY);
        NewPassword password = new NewPassword(12, Optional.of(NASTY));
        Optional<Notice> notice = Optional.of(Notice.problem(NASTY));
        var links = new LoginPage.Links(Optional.of(NASTY_PATH), Optional.of(NASTY_PATH));
        return Stream.of(
                new LoginPage(FORM, NASTY, Optional.of(NASTY), notice, links),
                new RegisterPage(
                        FORM, new RegisterPage.Person(field, field), password, notice, NASTY_PATH),
                new ForgotPasswordPage(FORM, field, notice, NASTY_PATH, true),
                new ResetPasswordPage(FORM, Field.refused(NASTY, NASTY), password),
                new VerifyEmailPage(FORM, Field.refused(NASTY, NASTY)),
                new NoticePage(NASTY, NASTY, NEXT),
                new SignOutPage(FORM, NASTY),
                new SignedOutPage(NEXT),
                new ErrorPage(NASTY, NASTY, Optional.of(NASTY), Optional.of(NASTY), NEXT));
    }

    static Stream<Page> forms() {
        return pages().filter(page ->
                page.template().matches("(login|register|forgot-password|reset-password)\\.jte"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_value_never_becomes_markup(Page page) {
        String html = pages.html(page);

        assertThat(html).contains("&lt;script").doesNotContain("<script");
        assertThat(html).as("a value is no template").contains("${1}");
        assertThat(html).as("an ampersand stays one").contains("&amp;amp;");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_needs_no_script_and_no_inline_style(Page page) {
        List<String> tags = tags(pages.html(page));

        assertThat(tags)
                .isNotEmpty()
                .noneMatch(tag -> tag.startsWith("<script") || tag.startsWith("<style"));
        assertThat(tags).noneMatch(tag -> withoutValues(tag).matches(".* (style|on[a-z]+)=.*"));
        assertThat(tags).as("nothing from another host").noneMatch(tag -> tag.matches(".* src=.*"));
    }

    @Test
    void tab_leads_from_the_address_to_the_password_and_then_to_the_link_beside_it() {
        var links = new LoginPage.Links(Optional.empty(), Optional.of("/forgot"));
        String html =
                pages.html(new LoginPage(FORM, "", Optional.empty(), Optional.empty(), links));

        assertThat(html)
                .containsSubsequence(
                        "name=\"email\"", "name=\"password\"", "href=\"/forgot\"", "<button");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_tells_its_language_its_title_and_one_heading(Page page) {
        String html = pages.html(page);

        assertThat(html)
                .startsWith("<!doctype html>")
                .contains("<html lang=\"en\">", "name=\"viewport\"");
        assertThat(html).containsPattern("<title>.+ · Signet</title>").containsOnlyOnce("<h1>");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void a_form_posts_its_csrf_value_and_its_hidden_fields(Page page) {
        String html = pages.html(page);

        assertThat(html).containsOnlyOnce("<form method=\"post\" action=\"/x?y=&#34;>&lt;script>");
        assertThat(inputs(html))
                .anyMatch(input ->
                        input.startsWith("<input type=\"hidden\" name=\"csrf\" value=\"&#34;"));
        assertThat(inputs(html))
                .anyMatch(input -> input.startsWith("<input type=\"hidden\" name=\"state\""));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_visible_field_has_a_label_and_tells_password_stores_what_it_is(Page page) {
        String html = pages.html(page);

        assertThat(visibleInputs(html))
                .isNotEmpty()
                .allSatisfy(input -> {
                    assertThat(html).contains("<label for=\"" + attribute(input, "id") + "\">");
                    assertThat(attribute(input, "autocomplete"))
                            .isIn(
                                    "username",
                                    "name",
                                    "current-password",
                                    "new-password",
                                    "one-time-code");
                });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void whatever_describes_a_field_is_on_the_page(Page page) {
        String html = pages.html(page);

        assertThat(visibleInputs(html))
                .flatMap(input -> List.of(attribute(input, "aria-describedby").split(" ")))
                .filteredOn(id -> !id.isEmpty())
                .allSatisfy(id -> assertThat(html).contains("id=\"" + id + "\""));
    }

    @Test
    void a_password_is_never_written_into_a_page() {
        assertThat(forms().map(pages::html).flatMap(html -> inputs(html).stream()))
                .filteredOn(input -> input.contains("type=\"password\""))
                .isNotEmpty()
                .noneMatch(input -> input.contains(" value="));
    }

    @Test
    void the_login_asks_for_the_current_password_and_the_others_for_a_new_one() {
        assertThat(forms().map(pages::html).map(html -> html.contains("current-password")))
                .containsExactly(true, false, false, false);
        assertThat(forms().map(pages::html).map(html -> html.contains("new-password")))
                .containsExactly(false, true, false, true);
    }

    @Test
    void an_untroubled_login_shows_no_notice_and_no_way_that_is_not_offered() {
        var links = new LoginPage.Links(Optional.empty(), Optional.empty());
        PageForm form = new PageForm("/login", "c");

        String html =
                pages.html(new LoginPage(form, "", Optional.empty(), Optional.empty(), links));

        assertThat(html).doesNotContain("role=", "<a ", "to continue");
        assertThat(visibleInputs(html).getFirst()).contains("id=\"email\"", "autofocus");
    }

    @Test
    void a_problem_is_read_out_at_once_and_tied_to_its_field() {
        Field email = Field.refused("a@b", "This is not an e-mail address.");
        PageForm form = new PageForm("/forgot", "c");
        Optional<Notice> notice = Optional.of(Notice.problem("Check the marked field."));

        String html = pages.html(new ForgotPasswordPage(form, email, notice, "/login", true));

        assertThat(html).contains("role=\"alert\">Check the marked field.<");
        assertThat(html).contains("aria-invalid=\"true\" aria-describedby=\"email-problem\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//evil.example",
                "http:/x",
                "x",
                "/\\evil"
            })
    void a_link_leads_to_a_path_or_to_http_only(String target) {
        assertThatThrownBy(() -> new Link(target, "Go on"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "//evil.example", "login", "", "/\\evil.example"})
    void a_form_is_posted_to_this_origin_only(String action) {
        assertThatThrownBy(() -> new PageForm(action, "c"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_form_needs_a_csrf_value_and_does_not_print_it() {
        assertThatThrownBy(() -> new PageForm("/login", " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new PageForm("/login", "seldom").toString()).doesNotContain("seldom");
    }

    private static List<String> visibleInputs(String html) {
        return inputs(html).stream().filter(input -> !input.contains("type=\"hidden\"")).toList();
    }

    private static List<String> inputs(String html) {
        return tags(html).stream().filter(tag -> tag.startsWith("<input ")).toList();
    }

    private static List<String> tags(String html) {
        return OPENING_TAG.matcher(html).results().map(MatchResult::group).toList();
    }

    private static String withoutValues(String tag) {
        return tag.replaceAll("\"[^\"]*\"", "\"\"");
    }

    private static String attribute(String input, String name) {
        var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(input);
        return found.find() ? found.group(1) : "";
    }
}
