package dev.signet.handshake;

import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Reason;
import dev.signet.token.verdict.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows the credentials that it was told, spends tickets, and keeps what it was asked. */
final class ScriptedVerifier implements CredentialVerifier {

    private final Map<String, Verdict> tokens = new HashMap<>();
    private final Map<String, Verdict> tickets = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private int made;

    /** A new compact token that gets that verdict. */
    String token(Verdict verdict) {
        String token = encoded("{\"alg\":\"ES256\"}") + "." + unique("token") + "." + unique("sig");
        tokens.put(token, verdict);
        return token;
    }

    /** A new ticket that gets that verdict once. */
    String ticket(Verdict verdict) {
        String ticket = "sgt_" + unique("ticket-with-43-characters");
        tickets.put(ticket, verdict);
        return ticket;
    }

    String token(Identity identity) {
        return token(new Verdict.Valid(identity));
    }

    String ticket(Identity identity) {
        return ticket(new Verdict.Valid(identity));
    }

    /** Every credential it was asked about, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Verdict verifyToken(String token) {
        asked.add(token);
        return tokens.getOrDefault(token, new Verdict.Invalid(Reason.BAD_SIGNATURE));
    }

    @Override
    public Verdict redeemTicket(String ticket) {
        asked.add(ticket);
        Verdict spent = tickets.remove(ticket);
        return spent == null ? new Verdict.Invalid(Reason.REVOKED_TOKEN) : spent;
    }

    static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String unique(String stem) {
        made++;
        return encoded(stem + "-number-" + made + "-of-this-test");
    }
}
