package dev.signet.chat.platform;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that happened to the user's account.
 *
 * @param type the authority's name for it, e.g. {@code login} or {@code session-revoked}
 * @param summary one short sentence for people
 */
public record SecurityEvent(Instant at, String type, String summary, Optional<String> address) {

    /** As plain values for {@code tool_completed}. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("at", at.toString());
        facts.put("type", type);
        facts.put("summary", summary);
        address.ifPresent(a -> facts.put("address", a));
        return facts;
    }
}
