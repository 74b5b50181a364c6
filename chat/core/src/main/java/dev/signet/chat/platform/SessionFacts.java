package dev.signet.chat.platform;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One login of the user.
 *
 * @param client the OAuth client through which the user signed in
 * @param address the network address that used it last
 * @param userAgent as the browser sent it; empty when there was none
 * @param current whether it is the session that asks
 */
public record SessionFacts(
        String sessionId,
        Instant createdAt,
        Instant lastUsedAt,
        String client,
        Optional<String> address,
        Optional<String> userAgent,
        boolean current) {

    /**
     * What a person calls it, e.g. {@code Firefox on Linux}; the client where no browser is known.
     */
    public String device() {
        return userAgent.flatMap(Device::describe).orElse(client);
    }

    /** As plain values for {@code tool_completed}. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sid", sessionId);
        facts.put("device", device());
        facts.put("client", client);
        address.ifPresent(a -> facts.put("address", a));
        facts.put("created_at", createdAt.toString());
        facts.put("last_used_at", lastUsedAt.toString());
        facts.put("current", current);
        return facts;
    }
}
