package dev.signet.chat.platform;

import dev.signet.chat.agent.Arguments;
import dev.signet.chat.agent.Tool;
import dev.signet.chat.agent.ToolResult;
import dev.signet.chat.agent.ToolSpec;
import dev.signet.chat.login.UserContext;
import dev.signet.token.verdict.Identity;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells what the verified token says; never the token itself. */
record ExplainToken(InstantSource clock) implements Tool {
    private static final ToolSpec SPEC =
            ToolSpec.reading(
                    "explain_token",
                    "Explains the access token in use: issuer, life, session, scopes and permissions.");

    @Override
    public ToolSpec spec() {
        return SPEC;
    }

    @Override
    public ToolResult use(UserContext context, Arguments arguments) {
        Identity identity = context.identity();
        Duration left = Duration.between(clock.instant(), identity.expiresAt());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("subject", identity.subject());
        facts.put("issuer", identity.issuer());
        facts.put("audiences", sorted(identity.audiences()));
        facts.put("client_id", identity.clientId());
        facts.put("session_id", context.sessionId());
        facts.put("token_id", identity.tokenId());
        facts.put("environment", identity.environment());
        facts.put("scopes", sorted(identity.scopes()));
        facts.put("permissions", sorted(identity.permissions()));
        facts.put("issued_at", identity.issuedAt().toString());
        facts.put("expires_at", identity.expiresAt().toString());
        facts.put("expires_in_seconds", Math.max(0, left.toSeconds()));
        identity.authenticatedAt().ifPresent(at -> facts.put("signed_in_at", at.toString()));
        identity.keyId().ifPresent(kid -> facts.put("key_id", kid));
        facts.put("bound_to_a_key", identity.keyThumbprint().isPresent());
        return new ToolResult.Done(facts);
    }

    private static List<String> sorted(Collection<String> values) {
        return values.stream().sorted().toList();
    }
}
