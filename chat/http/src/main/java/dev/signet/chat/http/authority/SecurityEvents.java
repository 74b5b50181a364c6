package dev.signet.chat.http.authority;

import dev.signet.chat.http.authority.JsonFacts.UnreadableException;
import dev.signet.chat.platform.SecurityEvent;
import java.util.Map;

/** The authority's audit rows as sentences for the person whom they concern. */
final class SecurityEvents {

    private static final Map<String, String> SENTENCES =
            Map.ofEntries(
                    Map.entry("account_registered", "The account was created."),
                    Map.entry("account_disabled", "The account was disabled."),
                    Map.entry("account_enabled", "The account was enabled."),
                    Map.entry("permissions_changed", "The account's permissions changed."),
                    Map.entry("email_verified", "The e-mail address was confirmed."),
                    Map.entry("password_reset_requested", "A new password was asked for."),
                    Map.entry("password_changed", "The password was changed."),
                    Map.entry("login_succeeded", "Somebody signed in."),
                    Map.entry("login_refused", "A sign-in was refused."),
                    Map.entry("session_revoked", "A session was signed out."),
                    Map.entry("sessions_revoked", "All sessions were signed out."),
                    Map.entry("token_revoked", "A token was revoked."),
                    Map.entry(
                            "refresh_repeated",
                            "A session was prolonged twice at once, as by two open tabs."),
                    Map.entry(
                            "refresh_replayed",
                            "A used refresh token came back; its session was ended."),
                    Map.entry("refresh_refused", "A session could not be prolonged."),
                    Map.entry(
                            "code_replayed",
                            "A used sign-in code came back; its session was ended."),
                    Map.entry("ticket_replayed", "A used connection ticket came back."));

    private SecurityEvents() {}

    static SecurityEvent read(JsonFacts facts) throws UnreadableException {
        String action = facts.text("action");
        return new SecurityEvent(
                facts.instant("at"), action, sentence(action), facts.optionalText("address"));
    }

    private static String sentence(String action) {
        return SENTENCES.getOrDefault(
                action, "Something happened: " + action.replace('_', ' ') + ".");
    }
}
