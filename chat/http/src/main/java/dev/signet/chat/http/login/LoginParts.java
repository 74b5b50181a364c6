package dev.signet.chat.http.login;

import dev.signet.chat.http.authority.AuthorityClient;
import dev.signet.chat.http.authority.AuthorityEndpoints;
import dev.signet.chat.http.authority.TokenClient;
import dev.signet.chat.http.limit.BackendLimits;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * What signing in and out is made of.
 *
 * @param whenSignedOut is told the session whose sockets and runs are to end on this machine
 */
public record LoginParts(
        LoginSettings settings,
        AuthorityEndpoints endpoints,
        AuthorityClient authority,
        TokenClient tokens,
        TokenJudge judge,
        BrowserSessions sessions,
        BrowserCookies cookies,
        SameOrigin sameOrigin,
        RandomValues random,
        BackendLimits.SignIn limits,
        InstantSource clock,
        Consumer<String> whenSignedOut) {}
