package dev.signet.chat.http.login;

import dev.signet.token.verdict.Verdict;

/** What became of a web session whose access token was to be refreshed. */
sealed interface Refreshed {

    /** These tokens are stored and good. */
    record Good(Verdict.Valid verdict, LoginTokens tokens) implements Refreshed {}

    /** The authority ended the login. */
    record Over(String reason) implements Refreshed {}

    /** Somebody else ended the web session meanwhile. */
    record Gone() implements Refreshed {}

    /** The authority does not answer; the present tokens stay. */
    record Postponed() implements Refreshed {}
}
