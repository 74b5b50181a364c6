package dev.signet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A person registers, asks, watches the five events, and is signed out from another window. */
class GoldenPathTest {

    private static final String EMAIL = "ada@example.test";
    private static final String PASSWORD = "seventeen quiet otters";

    @TempDir private Path folder;
    private SignetProcess signet;

    @BeforeEach
    void start() throws Exception {
        signet = SignetProcess.start(folder.resolve("data"));
    }

    @AfterEach
    void stop() throws Exception {
        signet.close();
    }

    @Test
    void register_ask_watch_and_be_signed_out_from_a_second_window() {
        try (Browser first = Browser.open(folder.resolve("first"));
                Browser second = Browser.open(folder.resolve("second"))) {
            register(first);
            ask(first, "Which sessions do I have?");
            seeTheFiveEvents(first);
            nothingCanBeStolen(first);

            signIn(second);
            signOutTheOtherSession(second);

            first.see("dialog#signed-out");
            assertThat(first.see("#sign-in").isDisplayed()).isTrue();
        }
    }

    @Test
    void the_chat_is_kept_when_the_page_is_loaded_again() {
        try (Browser browser = Browser.open(folder.resolve("only"))) {
            register(browser);
            ask(browser, "Who am I?");
            browser.see("[data-event='agent_completed']");
            String address = browser.address();

            browser.go(URI.create(address));

            browser.waitFor("[data-role='question']", q -> q.getText().contains("Who am I?"));
            browser.waitFor("[data-role='answer']", a -> a.getText().contains(EMAIL));
        }
    }

    @Test
    void a_question_without_an_answer_says_why_when_the_page_is_loaded_again() throws Exception {
        signet.close();
        signet =
                signet.startAgain(
                        folder.resolve("data"),
                        "chat.model.base-url=http://127.0.0.1:1/v1",
                        "chat.model.name=nobody");
        try (Browser browser = Browser.open(folder.resolve("only"))) {
            register(browser);
            ask(browser, "Tell me a joke");
            browser.see("[data-event='agent_failed']");
            ask(browser, "Tell me another");
            browser.see("li.turn:nth-child(2) [data-event='agent_failed']");

            browser.go(URI.create(browser.address()));

            browser.waitFor(
                    "li.turn:first-child .outcome",
                    outcome -> outcome.getText().contains("cannot be reached"));
        }
    }

    @Test
    void the_page_follows_each_new_answer_to_its_end() {
        try (Browser browser = Browser.open(folder.resolve("only"))) {
            register(browser);
            for (int asked = 1; asked <= 4; asked++) {
                int turn = asked;
                ask(browser, "What can you do?");
                browser.waitFor(
                        "li.turn:nth-child(" + turn + ") [data-event='agent_completed']",
                        WebElement::isDisplayed);
                browser.waitFor("#conversation", _ -> atTheEnd(browser));
                assertThat(browser.see("#composer").getDomProperty("value")).isEmpty();
            }
        }
    }

    private static boolean atTheEnd(Browser browser) {
        Object below =
                browser.script(
                        "const c = document.getElementById('conversation');"
                                + " return c.scrollHeight - c.scrollTop - c.clientHeight < 2");
        return Boolean.TRUE.equals(below);
    }

    /** Cookies belong to a name, and the way back from the authority leads to localhost. */
    @Test
    void who_opens_the_chat_by_the_address_of_this_machine_is_signed_in_too() {
        try (Browser browser = Browser.open(folder.resolve("only"))) {
            register(browser, URI.create("http://127.0.0.1:" + signet.chat("/").getPort() + "/"));

            assertThat(browser.address()).startsWith(signet.chat("/").toString());
        }
    }

    private void register(Browser browser) {
        register(browser, signet.chat("/"));
    }

    private static void register(Browser browser, URI chat) {
        browser.go(chat);
        browser.click("a[href^='/register']");
        browser.type("input[name='name']", "Ada");
        browser.type("input[name='email']", EMAIL);
        browser.type("input[name='password']", PASSWORD);
        browser.click("button[type='submit']");
        browser.waitFor("#connection", c -> "connected".equals(c.getDomAttribute("data-state")));
    }

    private void signIn(Browser browser) {
        browser.go(signet.chat("/"));
        browser.type("input[name='email']", EMAIL);
        browser.type("input[name='password']", PASSWORD);
        browser.click("button[type='submit']");
        browser.waitFor("#connection", c -> "connected".equals(c.getDomAttribute("data-state")));
    }

    private static void ask(Browser browser, String question) {
        WebElement composer = browser.see("#composer");
        composer.sendKeys(question);
        composer.sendKeys(Keys.ENTER);
    }

    private static void seeTheFiveEvents(Browser browser) {
        browser.see("[data-event='agent_completed']");
        List<String> events =
                browser.all("[data-event]").stream()
                        .map(line -> line.getDomAttribute("data-event"))
                        .filter(event -> !"answer_delta".equals(event))
                        .toList();

        assertThat(events.getFirst()).isEqualTo("agent_started");
        assertThat(events.getLast()).isEqualTo("agent_completed");
        assertThat(events)
                .containsSubsequence(
                        "agent_started",
                        "agent_thinking",
                        "tool_executing",
                        "tool_completed",
                        "agent_completed");
        browser.waitFor("[data-role='answer']", a -> a.getText().contains("session"));
    }

    private static void nothingCanBeStolen(Browser browser) {
        assertThat(browser.script("return localStorage.length + sessionStorage.length"))
                .isEqualTo(0L);
        assertThat(browser.script("return document.cookie")).isEqualTo("");
        String page = String.valueOf(browser.script("return document.documentElement.outerHTML"));
        assertThat(page).doesNotContain("eyJ", "sgr_", "sgt_");
    }

    private static void signOutTheOtherSession(Browser browser) {
        browser.waitFor(
                "#sessions", list -> list.findElements(By.cssSelector("[data-sid]")).size() >= 2);
        browser.click(
                "#sessions [data-sid]:not([data-current='true'])"
                        + " [data-action='sign-out-session']");
    }
}
