package dev.signet.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnderstandingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    which sessions do I have?                        | LIST_SESSIONS
                    Show me my sessions                              | LIST_SESSIONS
                    list all my active logins                        | LIST_SESSIONS
                    where am I signed in?                            | LIST_SESSIONS
                    On which devices am I logged in?                 | LIST_SESSIONS
                    how many sessions are open                       | LIST_SESSIONS
                    is someone else using my account?                | CANNOT_OTHER_USERS
                    Who am I?                                        | WHO_AM_I
                    whoami                                           | WHO_AM_I
                    what's my email address?                         | WHO_AM_I
                    What is my name                                  | WHO_AM_I
                    Which permissions do I have?                     | WHO_AM_I
                    what am I allowed to do                          | WHO_AM_I
                    Who am I logged in as?                           | WHO_AM_I
                    explain my token                                 | EXPLAIN_TOKEN
                    What does my JWT say?                            | EXPLAIN_TOKEN
                    when does my token expire?                       | EXPLAIN_TOKEN
                    When does my session expire?                     | EXPLAIN_TOKEN
                    which scopes do I have                           | EXPLAIN_TOKEN
                    any suspicious activity lately?                  | SECURITY_EVENTS
                    show recent security events                      | SECURITY_EVENTS
                    What happened on my account?                     | SECURITY_EVENTS
                    were there failed sign-in attempts               | SECURITY_EVENTS
                    why was I logged out yesterday?                  | SECURITY_EVENTS
                    when did I last sign in?                         | SECURITY_EVENTS
                    Is the platform healthy?                         | PLATFORM_HEALTH
                    how is the system doing                          | PLATFORM_HEALTH
                    is everything OK?                                | PLATFORM_HEALTH
                    are all services up?                             | PLATFORM_HEALTH
                    status please                                    | PLATFORM_HEALTH
                    sign out the session on Firefox                  | SIGN_OUT
                    Please log out my phone                          | SIGN_OUT
                    sign my laptop out                               | SIGN_OUT
                    sign out all others                              | SIGN_OUT
                    Log me out everywhere                            | SIGN_OUT
                    end all other sessions                           | SIGN_OUT
                    revoke the session on Chrome                     | SIGN_OUT
                    can you sign out my tablet?                      | SIGN_OUT
                    Sign out the session on Firefox and Linux        | SIGN_OUT
                    how do I sign out?                               | EXPLAIN_SIGN_OUT
                    what happens if I sign out all others?           | EXPLAIN_SIGN_OUT
                    don't sign out my phone                          | EXPLAIN_SIGN_OUT
                    never log out my laptop                          | EXPLAIN_SIGN_OUT
                    can I sign out other sessions?                   | EXPLAIN_SIGN_OUT
                    What can you do?                                 | CAPABILITIES
                    help                                             | CAPABILITIES
                    what can't you do?                               | CAPABILITIES
                    Hi there                                         | GREETING
                    thanks a lot                                     | THANKS
                    change my password                               | CANNOT_PASSWORD
                    I forgot my password                             | CANNOT_PASSWORD
                    change my email to eve@example.test              | CANNOT_CHANGE_PROFILE
                    delete my account                                | CANNOT_DELETE_ACCOUNT
                    make me an admin                                 | CANNOT_GRANT
                    give me more permissions                         | CANNOT_GRANT
                    give me my raw token                             | CANNOT_SHOW_TOKEN
                    show me the refresh token                        | CANNOT_SHOW_TOKEN
                    show Bob's sessions                              | CANNOT_OTHER_USERS
                    list all users                                   | CANNOT_OTHER_USERS
                    which sessions does bob@example.test have        | CANNOT_OTHER_USERS
                    sign out bob's phone                             | CANNOT_OTHER_USERS
                    what's the weather in Berlin                     | CANNOT_GENERAL
                    tell me a joke                                   | CANNOT_GENERAL
                    write a python script that lists my sessions     | CANNOT_GENERAL
                    what is the capital of France                    | UNKNOWN
                    asdf qwer                                        | UNKNOWN
                    ???                                              | UNKNOWN
                    who am I and which sessions do I have?           | WHO_AM_I LIST_SESSIONS
                    Hi, who am I?                                    | WHO_AM_I
                    show my sessions, then sign out my phone         | LIST_SESSIONS SIGN_OUT
                    explain my token and tell me a joke              | EXPLAIN_TOKEN CANNOT_GENERAL
                    Is the platform up? And what is the meaning of life? | PLATFORM_HEALTH UNKNOWN
                    my sessions and my devices                       | LIST_SESSIONS
                    """)
    void a_question_means(String question, String intents) {
        List<Intent> expected = Arrays.stream(intents.split(" ", -1)).map(Intent::valueOf).toList();

        assertThat(Understanding.of(question).wishes())
                .extracting(Understood::intent)
                .containsExactlyElementsOf(expected);
    }
}
