package dev.signet.chat.http.login;

import dev.signet.token.verdict.Verdict;

/** The only one who may say whether a token is good. */
@FunctionalInterface
public interface TokenJudge {

    Verdict verify(String token);
}
