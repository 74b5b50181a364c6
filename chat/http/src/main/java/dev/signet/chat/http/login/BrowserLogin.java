package dev.signet.chat.http.login;

import dev.signet.chat.login.Delegation;
import dev.signet.token.verdict.Verdict;

/** What stands behind a browser's cookie at this moment. */
sealed interface BrowserLogin {

    /** A login whose access token is good. */
    record Present(Verdict.Valid verdict, Delegation delegation) implements BrowserLogin {}

    /** There is none. */
    record Absent() implements BrowserLogin {}

    /**
     * There was one until now.
     *
     * @param reason for programs: a verdict's reason, or {@code session_ended}
     */
    record Ended(String reason) implements BrowserLogin {}

    /** Whether the login stands cannot be told now; the fault is ours. */
    record Unknown() implements BrowserLogin {}
}
