package dev.signet.chat.http.socket;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.login.AccessDecision;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.workspace.Chat;
import dev.signet.chat.workspace.CloseReason;
import dev.signet.chat.workspace.Connection;
import dev.signet.handshake.CloseCode;
import dev.signet.handshake.Credential;
import dev.signet.handshake.Handshake;
import dev.signet.handshake.LiveSocket;
import dev.signet.handshake.Renewal;
import dev.signet.handshake.SocketAction;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.Verifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * One socket of a user, from the greeting to its end: its login's time, renewals and verdicts. Safe
 * for many threads.
 */
final class OpenSocket {

    private final Handshake handshake;
    private final Verifier verifier;
    private final Chat chat;
    private final InstantSource clock;
    private final UpgradedSocket upgraded;
    private final LiveSocket live;
    private final Connection connection;
    private final SocketTimers timers;

    OpenSocket(
            Handshake handshake,
            Verifier verifier,
            Chat chat,
            BackendLimits.Sockets limits,
            InstantSource clock,
            UpgradedSocket upgraded,
            LiveSocket live,
            Connection connection) {
        this.handshake = handshake;
        this.verifier = verifier;
        this.chat = chat;
        this.clock = clock;
        this.upgraded = upgraded;
        this.live = live;
        this.connection = connection;
        this.timers = new SocketTimers(limits, clock, upgraded);
    }

    /** Lets the timers run; on the event loop, once. */
    void start() {
        upgraded.whenEnded(this::ended);
        timers.watchPeer(() -> upgraded.end(SocketCloses.SILENT));
        rearm();
    }

    Connection connection() {
        return connection;
    }

    /** Applies a fresh verdict on the owner's login; returns at once. */
    void judged(Verdict verdict) {
        apply(live.recheck(verdict, clock.instant()));
        rearm();
    }

    private void apply(SocketAction action) {
        switch (action) {
            case SocketAction.None _ -> {}
            case SocketAction.SendExpiring expiring ->
                    connection.note(ServerMessages.expiring(expiring.expiresInSeconds()));
            case SocketAction.Close close -> upgraded.end(close);
        }
    }

    /** One timer for everything that time brings. */
    private void rearm() {
        upgraded.loop()
                .runOnContext(_ -> {
                    Optional<Instant> next =
                            upgraded.hasEnded() ? Optional.empty() : live.nextDeadline();
                    timers.setDeadline(next, this::tick);
                });
    }

    private void tick() {
        apply(live.onTick(clock.instant()));
        rearm();
    }

    /** Lets the socket live on by a newer credential; waits for the verifier. */
    void renew(Credential credential) {
        SocketCredentials credentials = new SocketCredentials(verifier);
        Verdict verdict = handshake.verify(credential, credentials);
        switch (live.renew(verdict, clock.instant())) {
            case Renewal.Renewed(var identity, var _) -> adopt(identity, credential, credentials);
            case Renewal.Postponed postponed -> postpone(postponed.retryAfter());
            case Renewal.Refused(var close) -> upgraded.end(close);
            case Renewal.Over _ -> {}
        }
    }

    private void adopt(Identity identity, Credential credential, SocketCredentials credentials) {
        Optional<Credential.Token> token =
                credential instanceof Credential.Token shown
                        ? Optional.of(shown)
                        : Optional.empty();
        AccessDecision admission =
                UserContext.admit(new Verdict.Valid(identity), credentials.delegation(token));
        if (!(admission instanceof AccessDecision.Admitted(var context))
                || !connection.renew(context)) {
            upgraded.end(SocketAction.Close.of(CloseCode.NOT_PERMITTED));
            return;
        }
        chat.workspace(context).renewRuns();
        connection.note(ServerMessages.renewed(context.expiresAt()));
        connection.recheck(); // judged anew: a revocation may have come meanwhile
    }

    private void postpone(Duration retryAfter) {
        ErrorMessage error =
                ErrorMessage.of(
                                "authority_unavailable",
                                "The new credential could not be checked; the fault is ours.")
                        .with("action", "Try again in " + retryAfter.toSeconds() + " s.");
        connection.note(ServerMessages.error(error));
    }

    private void ended(SocketAction.Close close) {
        live.close(close.code());
        upgraded.loop().runOnContext(_ -> timers.cancel());
        connection.close(new CloseReason.PeerGone());
    }
}
