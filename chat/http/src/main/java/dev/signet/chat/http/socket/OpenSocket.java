package dev.signet.chat.http.socket;

import dev.signet.chat.http.live.LiveLogin;
import dev.signet.chat.login.AccessDecision;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.workspace.CloseReason;
import dev.signet.chat.workspace.Connection;
import dev.signet.handshake.CloseCode;
import dev.signet.handshake.Credential;
import dev.signet.handshake.HandshakeOutcome.Accepted;
import dev.signet.handshake.LiveSocket;
import dev.signet.handshake.Renewal;
import dev.signet.handshake.SocketAction;
import dev.signet.token.verdict.Identity;
import dev.signet.token.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One socket of a user, from the greeting to its end. It ends once, for the first reason that comes
 * up, whoever brings it: the timer, the revocation feed, the client, the chat core or a shutdown.
 * Safe for many threads.
 */
final class OpenSocket implements LiveLogin {

    private final SocketParts parts;
    private final UpgradedSocket upgraded;
    private final LiveSocket live;
    private final Connection connection;
    private final AtomicBoolean ended = new AtomicBoolean();
    private final SocketTimers timers;

    OpenSocket(
            SocketParts parts, UpgradedSocket upgraded, Accepted accepted, Connection connection) {
        this.parts = parts;
        this.upgraded = upgraded;
        this.connection = connection;
        this.live =
                LiveSocket.of(
                        accepted,
                        RenewalNotice.within(parts.policy().limits(), accepted.identity()));
        this.timers = new SocketTimers(parts, upgraded);
    }

    /** Lets the timers run; on the event loop, once. */
    void start() {
        timers.watchPeer(() -> end(SocketCloses.SILENT));
        rearm();
    }

    /** From now on a revocation ends the socket, also one that came before. */
    void watchLogin() {
        parts.logins().add(this);
        if (ended.get()) {
            parts.logins().remove(this);
        }
    }

    Connection connection() {
        return connection;
    }

    @Override
    public UserContext context() {
        return connection.context();
    }

    @Override
    public void judged(Verdict verdict) {
        apply(live.recheck(verdict, parts.clock().instant()));
        rearm();
    }

    private void apply(SocketAction action) {
        switch (action) {
            case SocketAction.None _ -> {}
            case SocketAction.SendExpiring expiring ->
                    connection.note(ServerMessages.expiring(expiring.expiresInSeconds()));
            case SocketAction.Close close -> end(close);
        }
    }

    /** One timer for everything that time brings. */
    private void rearm() {
        upgraded.loop()
                .runOnContext(_ -> {
                    Optional<Instant> next = ended.get() ? Optional.empty() : live.nextDeadline();
                    timers.setDeadline(next, this::tick);
                });
    }

    private void tick() {
        apply(live.onTick(parts.clock().instant()));
        rearm();
    }

    /** Lets the socket live on by a newer credential; waits for the verifier. */
    void renew(Credential credential) {
        SocketCredentials credentials = parts.credentials();
        Verdict verdict = parts.handshake().verify(credential, credentials);
        switch (live.renew(verdict, parts.clock().instant())) {
            case Renewal.Renewed(var identity, var _) -> adopt(identity, credential, credentials);
            case Renewal.Postponed postponed -> postpone(postponed.retryAfter());
            case Renewal.Refused(var close) -> end(close);
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
            end(SocketAction.Close.of(CloseCode.NOT_PERMITTED));
            return;
        }
        parts.chat().workspace(context).renewRuns();
        connection.note(ServerMessages.renewed(context.expiresAt()));
        watchLogin(); // judged anew: a revocation may have come meanwhile
    }

    private void postpone(Duration retryAfter) {
        ErrorMessage error =
                ErrorMessage.of(
                                "authority_unavailable",
                                "The new credential could not be checked; the fault is ours.")
                        .with("action", "Try again in " + retryAfter.toSeconds() + " s.");
        connection.note(ServerMessages.error(error));
    }

    /** Ends the socket; the first call counts. */
    void end(SocketAction.Close close) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        live.close(close.code());
        parts.logins().remove(this);
        upgraded.close(close);
        upgraded.loop().runOnContext(_ -> timers.cancel());
        connection.close(new CloseReason.PeerGone());
    }
}
