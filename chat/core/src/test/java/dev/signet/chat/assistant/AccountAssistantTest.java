package dev.signet.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.agent.ToolBox;
import dev.signet.chat.fake.FakeAuthority;
import dev.signet.chat.fake.FakeRun;
import dev.signet.chat.fake.Users;
import dev.signet.chat.platform.AccountTools;
import dev.signet.testkit.MovableClock;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountAssistantTest {
    private final MovableClock clock = MovableClock.start();
    private final FakeAuthority authority =
            FakeAuthority.with(
                    FakeAuthority.CHROME_ON_ANDROID,
                    FakeAuthority.SAFARI_ON_IPHONE,
                    FakeAuthority.FIREFOX_ON_WINDOWS);
    private Verdict now = new Verdict.Valid(Users.ada().identity());
    private final ToolBox tools =
            new ToolBox(AccountTools.all(authority, clock), _ -> now, ChatLimits.Texts.standard());
    private final AccountAssistant assistant = new AccountAssistant(tools.specs(), clock);
    private final FakeRun run = new FakeRun(tools, Users.ada());

    private String say(String text) throws InterruptedException {
        return run.say(assistant, text);
    }

    @Test
    void it_tells_who_the_user_is_and_which_sessions_there_are_in_one_answer() throws Exception {
        String answer = say("Who am I and which sessions do I have?");

        assertThat(answer)
                .contains("You are Ada Lovelace (ada@example.test)")
                .contains("You have 4 sessions")
                .contains("- Firefox on Linux, 192.0.2.1 · since 1 Mar 2026, 11:00 UTC")
                .contains("last used 50 minutes ago")
                .containsOnlyOnce("this session");
        assertThat(run.used).containsExactly("who_am_i", "list_sessions");
        assertThat(run.thoughts.getFirst())
                .contains("who you are", "your sessions", "who_am_i, list_sessions");
    }

    @Test
    void it_explains_the_token_without_showing_it() throws Exception {
        assertThat(say("explain my token"))
                .contains("Issuer: https://authority.test", "in 2 hours")
                .doesNotContain(Users.ada().delegation().reveal());
    }

    @Test
    void it_tells_events_and_health_as_measured() throws Exception {
        assertThat(say("any suspicious activity?")).contains("Signed in with a password");
        assertThat(say("is the platform up?")).contains("authority: up, answered in 3 ms");
    }

    @Test
    void it_signs_out_the_one_session_that_is_meant() throws Exception {
        assertThat(say("sign out the session on Android"))
                .contains("Signed out: Chrome on Android");

        assertThat(authority.ended).containsExactly("ses_other1AAAABBBB");
        assertThat(run.used).containsExactly("list_sessions", "sign_out_session");
    }

    @Test
    void a_session_of_the_same_browser_elsewhere_is_not_this_one() throws Exception {
        say("please sign out Firefox on Windows");

        assertThat(authority.ended).containsExactly("ses_other3AAAABBBB");
    }

    @Test
    void it_signs_out_all_others_and_keeps_this_one() throws Exception {
        assertThat(say("sign out all other sessions")).contains("Signed out 3 sessions");

        assertThat(authority.ended).hasSize(3).doesNotContain("ses_current");
    }

    @Test
    void it_asks_when_several_sessions_may_be_meant_and_takes_a_number() throws Exception {
        assertThat(say("log out my phone")).contains("1. Chrome on Android", "2. Safari on iPhone");
        assertThat(authority.ended).isEmpty();

        assertThat(say("the second one")).contains("Signed out: Safari on iPhone");
        assertThat(authority.ended).containsExactly("ses_other2AAAABBBB");
    }

    @Test
    void a_number_means_what_was_numbered_also_when_the_list_has_changed() throws Exception {
        say("log out my phone");
        authority.endSession(Users.ada(), "ses_other1AAAABBBB");
        authority.ended.clear();

        assertThat(say("1")).contains("no longer exists");
        assertThat(authority.ended).isEmpty();
    }

    @Test
    void it_takes_a_name_or_a_refusal_as_the_answer_too() throws Exception {
        say("sign out a session");
        assertThat(say("the iPhone")).contains("Signed out: Safari on iPhone");

        say("sign out a session");
        assertThat(say("no, cancel")).contains("nothing was signed out");
        assertThat(authority.ended).hasSize(1);
    }

    @Test
    void another_question_is_answered_although_a_choice_is_open() throws Exception {
        say("sign out a session");

        assertThat(say("who am I?")).contains("Ada Lovelace");
        assertThat(authority.ended).isEmpty();
    }

    @Test
    void it_never_signs_out_what_an_exception_names() throws Exception {
        say("sign out everything except my iPhone");
        say("cancel");
        say("sign out all but the Android phone");

        assertThat(authority.ended).isEmpty();
    }

    @Test
    void it_never_signs_out_what_it_is_told_not_to() throws Exception {
        for (String text :
                new String[] {
                    "do not sign out my iPhone",
                    "don't log out all others",
                    "what happens if I sign out all others?",
                    "sign out the fridge",
                    "sign out"
                }) {
            say(text);
            say("cancel");
        }

        assertThat(authority.ended).isEmpty();
    }

    @Test
    void it_does_not_end_the_session_that_asks() throws Exception {
        assertThat(say("sign me out")).contains("session you are using now");
        assertThat(say("sign out Firefox on Linux")).contains("session you are using now");
        assertThat(authority.ended).isEmpty();
    }

    @Test
    void it_does_nothing_for_a_user_whose_token_was_revoked_meanwhile() throws Exception {
        now = new Verdict.Invalid(Reason.REVOKED_SESSION);

        assertThat(say("sign out all others")).contains("Nothing was signed out");
        assertThat(authority.ended).isEmpty();
    }

    @Test
    void it_does_nothing_for_a_user_without_the_permission() throws Exception {
        now = new Verdict.Valid(Users.in("usr_ada", "ses_current", Set.of("chat:use")).identity());

        assertThat(say("sign out my iPhone")).contains("needs the permission sessions:revoke");
        assertThat(authority.ended).isEmpty();
    }

    @Test
    void it_says_when_the_authority_does_not_answer() throws Exception {
        authority.silent = true;

        assertThat(say("who am I?")).contains("could not look that up", "does not answer");
    }

    @Test
    void it_says_plainly_what_it_cannot_do() throws Exception {
        assertThat(say("tell me a joke")).contains("No language model is connected");
        assertThat(say("show Bob's sessions")).contains("other users' accounts");
        assertThat(say("reset my password")).contains("cannot see, change or reset passwords");
        assertThat(say("xyzzy")).contains("did not understand");
        assertThat(say("what can you do?")).contains("sign_out_session", "What I cannot do:");
        assertThat(run.used).isEmpty();
    }
}
