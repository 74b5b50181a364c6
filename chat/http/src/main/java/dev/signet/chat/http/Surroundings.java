package dev.signet.chat.http;

import dev.signet.chat.http.login.Sealer;
import dev.signet.chat.login.WebSessions;
import dev.signet.chat.model.ChatModel;
import dev.signet.chat.run.RunStore;
import dev.signet.chat.thread.ThreadStore;
import dev.signet.verifier.Verifier;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What the chat backend needs from outside; nothing of it is closed by the backend.
 *
 * @param verifier accepts the audience of users' access tokens
 * @param model empty: the built-in assistant answers alone
 */
public record Surroundings(
        Vertx vertx,
        Verifier verifier,
        ThreadStore threads,
        RunStore runs,
        WebSessions webSessions,
        Sealer sealer,
        Optional<ChatModel> model,
        InstantSource clock,
        SecureRandom random) {}
