package dev.signet.chat.http.login;

import dev.signet.token.verdict.Verdict;

/** What became of a web session whose access token was to be refreshed. */
sealed interface RefreshOutcome {

    /** These tokens are stored and good. */
    record Good(Verdict.Valid verdict, LoginTokens tokens) implements RefreshOutcome {}

    /** The authority ended the login. */
    record Over(String reason) implements RefreshOutcome {}

    /** Somebody else ended the web session meanwhile. */
    record Gone() implements RefreshOutcome {}

    /** The authority does not answer; the present tokens stay. */
    record Postponed() implements RefreshOutcome {}
}
