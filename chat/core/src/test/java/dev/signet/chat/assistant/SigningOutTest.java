package dev.signet.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signet.chat.contract.Backend;
import dev.signet.chat.contract.FakeAuthority;
import dev.signet.chat.contract.Login;
import dev.signet.chat.contract.RecordingSink;
import dev.signet.chat.id.ThreadId;
import dev.signet.chat.run.Payload;
import dev.signet.chat.run.Run;
import dev.signet.chat.run.RunEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is signed out is what was meant, and where that is not clear nothing is. */
class SigningOutTest {
    private static final Login ALICE = Login.of("alice");

    private final Backend backend = Backend.inMemory();
    private final RecordingSink sink = backend.connect(ALICE);
    private Optional<ThreadId> thread = Optional.empty();

    @BeforeEach
    void alice_has_four_sessions() {
        FakeAuthority authority = backend.authority();
        authority.add("usr_alice", "ses_alice", FakeAuthority.FIREFOX, "10.0.0.1");
        authority.add("usr_alice", "ses_iphone", FakeAuthority.IPHONE, "10.0.0.7");
        authority.add("usr_alice", "ses_windows", FakeAuthority.CHROME_WINDOWS, "10.0.0.2");
        authority.add("usr_alice", "ses_chrome2", FakeAuthority.CHROME_WINDOWS, "10.0.0.3");
    }

    private String say(String text) throws InterruptedException {
        Run run =
                thread.isPresent()
                        ? backend.ask(ALICE, thread.get(), text)
                        : backend.ask(ALICE, text);
        thread = Optional.of(run.threadId());
        List<RunEvent> events = sink.awaitEnd(run.id());
        return ((Payload.AgentCompleted) events.getLast().payload()).answer();
    }

    private List<String> ended() {
        return backend.authority().ended();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign out my iPhone",
                "Sign out the session on my phone",
                "please log out the iphone",
                "end the session from 10.0.0.7",
                "revoke the session on Safari",
                "kick out ses_iphone",
                "can you sign me out of my phone?"
            })
    void a_session_that_is_named_is_signed_out(String text) throws Exception {
        assertThat(say(text)).contains("Signed out: Safari on iPhone");
        assertThat(ended()).containsExactly("ses_iphone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign out all others",
                "Sign out all other sessions.",
                "sign out everything except this one",
                "log out everywhere else",
                "end all my other sessions, please"
            })
    void all_others_are_signed_out_and_this_one_stays(String text) throws Exception {
        say(text);

        assertThat(ended()).containsExactlyInAnyOrder("ses_iphone", "ses_windows", "ses_chrome2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign out",
                "log me out",
                "sign out this session",
                "sign out Chrome",
                "sign out the session",
                "sign out the other session",
                "sign out the toaster",
                "sign out the sessions that are older than 2 days",
                "do not sign out my phone",
                "how do I sign out my phone?",
                "what happens if I sign out my phone",
                "sign out bob's phone",
                "sign out all sessions except my phone",
                "sign out all other sessions but not my phone",
                "sign out all sessions, except the one on my iPhone with the old Safari",
                "sign out all others. But please keep the session on the phone that I use",
                "sign out all my sessions, never the phone though, that one I really need",
                "log out everywhere, leave the windows laptop of mine as it is please"
            })
    void where_it_is_not_clear_nothing_is_signed_out(String text) throws Exception {
        assertThat(say(text)).isNotBlank();

        assertThat(ended()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1                         | ses_windows
                    the second one            | ses_chrome2
                    number 2, please          | ses_chrome2
                    the one from 10.0.0.2     | ses_windows
                    10.0.0.3                  | ses_chrome2
                    sign out 2                | ses_chrome2
                    """)
    void an_answer_to_the_question_which_one_counts(String answer, String session)
            throws Exception {
        assertThat(say("sign out chrome")).contains("1. ", "2. ", "Which one");

        say(answer);

        assertThat(ended()).containsExactly(session);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "cancel",
                "neither",
                "the two on windows",
                "12",
                "the one from 10.0.0.9",
                "thanks",
                "which is which?",
                "hm"
            })
    void an_answer_that_names_none_of_them_signs_nothing_out(String answer) throws Exception {
        say("sign out chrome");

        say(answer);

        assertThat(ended()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"both", "all of them", "all"})
    void all_means_all_that_were_asked_about_and_no_other(String answer) throws Exception {
        say("sign out chrome");

        say(answer);

        assertThat(ended()).containsExactlyInAnyOrder("ses_windows", "ses_chrome2");
    }

    @Test
    void a_session_that_is_gone_is_not_confused_with_the_next() throws Exception {
        say("sign out chrome");
        backend.authority().endSession(ALICE.context(), "ses_windows");

        assertThat(say("1")).contains("othing was signed out");

        assertThat(ended()).containsExactly("ses_windows");
    }
}
