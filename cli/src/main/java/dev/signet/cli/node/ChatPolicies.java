package dev.signet.cli.node;

import dev.signet.chat.ChatLimits;
import dev.signet.chat.http.ChatSettings;
import dev.signet.chat.model.ChatModel;
import dev.signet.config.Settings;
import dev.signet.config.WebSocketSettings;
import dev.signet.handshake.HandshakePolicy;
import dev.signet.handshake.HandshakePolicy.Loosening;
import dev.signet.verifier.authority.ServiceCredential;
import java.util.Optional;
import java.util.stream.Collectors;

/** From an operator's settings to what the chat backend understands. */
final class ChatPolicies {

    private ChatPolicies() {}

    static ChatSettings of(Settings settings, ServiceCredential client) {
        ChatSettings strict =
                ChatSettings.of(
                        settings.chat().publicUrl(),
                        settings.chat().authorityUrl(),
                        client,
                        settings.environment().code());
        return strict.with(policy(strict.handshake(), settings.webSocket()))
                .with(limits(settings))
                .trusting(Cores.trustsProxy(settings));
    }

    private static ChatLimits limits(Settings settings) {
        ChatLimits usual = ChatLimits.standard();
        return settings.chat()
                .model()
                .map(model -> usual.withModelTimeout(model.timeout()))
                .orElse(usual);
    }

    private static HandshakePolicy policy(HandshakePolicy strict, WebSocketSettings webSocket) {
        HandshakePolicy policy =
                strict.allowOrigins(
                        webSocket.origins().stream()
                                .map(Object::toString)
                                .collect(Collectors.toUnmodifiableSet()));
        if (webSocket.allowQueryTokens()) {
            policy = policy.allow(Loosening.QUERY_TOKENS);
        }
        if (webSocket.allowFirstMessage()) {
            policy = policy.allow(Loosening.FIRST_MESSAGE);
        }
        if (webSocket.echoLegacySubprotocol()) {
            policy = policy.allow(Loosening.LEGACY_ECHO);
        }
        return webSocket.testIssuer().isPresent()
                ? policy.allowTestIssuer(webSocket.testIssuer().get().toString())
                : policy;
    }

    /** The model that answers; empty when the built-in assistant answers alone. */
    static Optional<ChatModel> model(Settings settings) {
        return settings.chat().model().map(ModelAccess::of);
    }
}
