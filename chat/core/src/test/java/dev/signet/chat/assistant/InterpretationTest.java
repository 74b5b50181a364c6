package dev.signet.chat.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterpretationTest {

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
                    is someone else using my account?                | LIST_SESSIONS
                    which sessions does my account have              | LIST_SESSIONS
                    who else is using my account                     | LIST_SESSIONS
                    is anybody else logged in                        | LIST_SESSIONS
                    am i signed in on another computer?              | LIST_SESSIONS
                    is my phone still logged in                      | LIST_SESSIONS
                    show me all the places I'm logged in at          | LIST_SESSIONS
                    show my sesions                                  | LIST_SESSIONS
                    wich devices is login with my acount             | LIST_SESSIONS
                    am i logged in?                                  | WHO_AM_I
                    which acount is this                             | WHO_AM_I
                    what's my username                               | WHO_AM_I
                    do i have admin                                  | WHO_AM_I
                    explain the tokn                                 | EXPLAIN_TOKEN
                    how long am i still logged in                    | EXPLAIN_TOKEN
                    how long is my login valid                       | EXPLAIN_TOKEN
                    how much time left on my session                 | EXPLAIN_TOKEN
                    when do i have to log in again                   | EXPLAIN_TOKEN
                    when will i be logged out                        | EXPLAIN_TOKEN
                    has anyone tried to log in                       | SECURITY_EVENTS
                    has somebody tryed my password                   | SECURITY_EVENTS
                    did someone try my password?                     | SECURITY_EVENTS
                    did someone hack me                              | SECURITY_EVENTS
                    was my account hacked                            | SECURITY_EVENTS
                    is my account safe                               | SECURITY_EVENTS
                    was there a wrong password recently              | SECURITY_EVENTS
                    did my password change                           | SECURITY_EVENTS
                    what happend lately                              | SECURITY_EVENTS
                    last logins                                      | SECURITY_EVENTS
                    login history                                    | SECURITY_EVENTS
                    who signed out all my other sessions             | SECURITY_EVENTS
                    are there any problems with the system           | PLATFORM_HEALTH
                    anything broken?                                 | PLATFORM_HEALTH
                    are you working                                  | PLATFORM_HEALTH
                    is the database ok                               | PLATFORM_HEALTH
                    how are things running                           | PLATFORM_HEALTH
                    is revocation working                            | PLATFORM_HEALTH
                    is the feed up to date                           | PLATFORM_HEALTH
                    how do you work?                                 | CAPABILITIES
                    are you an AI                                    | CAPABILITIES
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
                    sing out other sesions                           | SIGN_OUT
                    sign out the session of chrome                   | SIGN_OUT
                    let me try to sign out all others                | SIGN_OUT
                    how do I sign out?                               | EXPLAIN_SIGN_OUT
                    would it sign out all other sessions?            | EXPLAIN_SIGN_OUT
                    may I sign out all other sessions?               | EXPLAIN_SIGN_OUT
                    tell me how to sign out all other sessions       | EXPLAIN_SIGN_OUT
                    show me how to sign out all other sessions       | EXPLAIN_SIGN_OUT
                    please explain signing out other sessions        | EXPLAIN_SIGN_OUT
                    I wonder whether to log out all my other devices | EXPLAIN_SIGN_OUT
                    is it safe to sign out all others                | EXPLAIN_SIGN_OUT
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
                    show sessions of bob                             | CANNOT_OTHER_USERS
                    sign out the sessions of bob                     | CANNOT_OTHER_USERS
                    what is anybody else's email                     | CANNOT_OTHER_USERS
                    sessions of everyone                             | CANNOT_OTHER_USERS
                    give me the signing key                          | CANNOT_SHOW_TOKEN
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

        assertThat(Interpretation.of(question).intents())
                .extracting(RecognizedIntent::intent)
                .containsExactlyElementsOf(expected);
    }
}
