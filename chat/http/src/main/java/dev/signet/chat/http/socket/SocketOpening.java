package dev.signet.chat.http.socket;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.id.Ids;
import dev.signet.chat.login.AccessDecision;
import dev.signet.chat.login.Delegation;
import dev.signet.chat.login.UserContext;
import dev.signet.chat.workspace.Chat;
import dev.signet.chat.workspace.ConnectOutcome;
import dev.signet.chat.workspace.Connection;
import dev.signet.handshake.CloseCode;
import dev.signet.handshake.Credential;
import dev.signet.handshake.FirstMessage;
import dev.signet.handshake.Handshake;
import dev.signet.handshake.HandshakeLimits;
import dev.signet.handshake.HandshakeOutcome;
import dev.signet.handshake.HandshakeOutcome.Accepted;
import dev.signet.handshake.HandshakeOutcome.AwaitFirstMessage;
import dev.signet.handshake.HandshakePolicy;
import dev.signet.handshake.HandshakeRequest;
import dev.signet.handshake.LiveSocket;
import dev.signet.handshake.SocketAction.Close;
import dev.signet.http.message.Problem;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.Verifier;
import io.netty.channel.Channel;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerConnection;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way from a request to an open socket. */
final class SocketOpening {

    private static final Logger LOG = LoggerFactory.getLogger(SocketOpening.class);
    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Handshake handshake;
    private final HandshakeLimits handshakeLimits;
    private final Verifier verifier;
    private final Chat chat;
    private final BackendLimits.Sockets limits;
    private final Ids ids;
    private final InstantSource clock;
    private final Executor threads;
    private final SocketSlots unauthenticated;
    private final UnauthenticatedSockets waiting;

    SocketOpening(
            HandshakePolicy policy,
            Verifier verifier,
            Chat chat,
            BackendLimits.Sockets limits,
            Ids ids,
            InstantSource clock,
            Executor threads) {
        this.handshake = new Handshake(policy, clock);
        this.handshakeLimits = policy.limits();
        this.verifier = verifier;
        this.chat = chat;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.threads = threads;
        this.unauthenticated = new SocketSlots(limits.unauthenticated());
        this.waiting = new UnauthenticatedSockets(clock);
    }

    /** A request for a socket, paused. */
    record Entry(
            HttpServerRequest raw, Context loop, UpgradeRefusal refusal, SocketSlots.Slot slot) {

        void refuse(Problem problem) {
            slot.giveBack();
            loop.runOnContext(_ -> refusal.send(problem));
        }

        void refuse(HandshakeOutcome.Refused refused) {
            slot.giveBack();
            loop.runOnContext(_ -> refusal.send(refused));
        }
    }

    /** Whoever may open the socket, with the means to act for them. */
    private record Owner(Accepted accepted, UserContext context) {}

    /** Decides and answers; on a virtual thread. */
    void decide(Entry entry, HandshakeRequest view) {
        try {
            SocketCredentials credentials = new SocketCredentials(verifier);
            switch (handshake.decide(view, credentials)) {
                case HandshakeOutcome.Refused refused -> entry.refuse(refused);
                case AwaitFirstMessage awaited -> await(entry, awaited);
                case Accepted accepted -> accept(entry, accepted, credentials);
            }
        } catch (RuntimeException e) {
            LOG.error("event=handshake_failed request={}", view, e);
            entry.refuse(Problem.unavailable("Something failed on our side.", 5));
        }
    }

    private void accept(Entry entry, Accepted accepted, SocketCredentials credentials) {
        switch (admission(accepted, credentials)) {
            case AccessDecision.Admitted(var context) ->
                    upgrade(
                            entry,
                            accepted.subprotocol(),
                            upgraded -> open(upgraded, new Owner(accepted, context)),
                            () -> {});
            case AccessDecision.NotAPerson _ ->
                    entry.refuse(
                            Problem.of(
                                    403,
                                    "not_permitted",
                                    "Only people can use this, not services."));
            case AccessDecision.InsufficientScope(var scope) ->
                    entry.refuse(Problem.insufficientScope("Bearer", scope));
            case AccessDecision.NotPermitted(var permission) ->
                    entry.refuse(
                            Problem.of(
                                    403,
                                    "not_permitted",
                                    "This needs the permission " + permission + "."));
        }
    }

    private static AccessDecision admission(Accepted accepted, SocketCredentials credentials) {
        Delegation delegation = credentials.delegation(accepted.token());
        return UserContext.admit(new Verdict.Valid(accepted.identity()), delegation);
    }

    private void upgrade(
            Entry entry,
            Optional<String> subprotocol,
            Consumer<UpgradedSocket> opened,
            Runnable failed) {
        entry.loop()
                .runOnContext(_ -> {
                    offerOnly(entry.raw().headers(), subprotocol);
                    entry.raw()
                            .toWebSocket()
                            .onComplete(
                                    socket -> opened.accept(upgraded(entry, socket)),
                                    failure -> {
                                        LOG.debug("event=upgrade_failed", failure);
                                        entry.slot().giveBack();
                                        failed.run();
                                    });
                });
    }

    /** The listener selects whatever is offered first, so nothing but the decision is left. */
    private static void offerOnly(MultiMap headers, Optional<String> subprotocol) {
        headers.remove(PROTOCOLS);
        subprotocol.ifPresent(selected -> headers.set(PROTOCOLS, selected));
    }

    /** The socket reads nothing before it is told to. */
    private UpgradedSocket upgraded(Entry entry, ServerWebSocket socket) {
        SocketPeer peer =
                new SocketPeer(socket, entry.loop(), () -> cut(entry), limits.writePatience());
        FrameReader frames = new FrameReader(socket, limits, clock);
        UpgradedSocket upgraded = new UpgradedSocket(entry.loop(), peer, frames, entry.slot());
        upgraded.start();
        return upgraded;
    }

    /** Past everything that would first wait for the peer to take what is on its way. */
    private static void cut(Entry entry) {
        var connection = (HttpServerConnection) entry.raw().connection();
        Channel channel = connection.channelHandlerContext().channel();
        if (channel.isActive()) {
            channel.pipeline().firstContext().close();
        }
    }

    private void open(UpgradedSocket upgraded, Owner owner) {
        threads.execute(() -> connect(upgraded, owner));
    }

    private void connect(UpgradedSocket upgraded, Owner owner) {
        SocketSink sink = new SocketSink(upgraded);
        switch (chat.workspace(owner.context()).connect(sink)) {
            case ConnectOutcome.Connected(var connection) ->
                    serve(upgraded, owner, sink, connection);
            case ConnectOutcome.TooMany _ -> upgraded.end(Close.of(CloseCode.TOO_MANY));
            case ConnectOutcome.ShuttingDown _ -> upgraded.end(Close.of(CloseCode.SHUTTING_DOWN));
            case ConnectOutcome.NoSuchRun _ ->
                    throw new IllegalStateException("no run was asked for");
        }
    }

    private void serve(
            UpgradedSocket upgraded, Owner owner, SocketSink sink, Connection connection) {
        HandshakeLimits notice = RenewalNotice.within(handshakeLimits, owner.accepted().identity());
        LiveSocket live = LiveSocket.of(owner.accepted(), notice);
        OpenSocket socket =
                new OpenSocket(
                        handshake, verifier, chat, limits, clock, upgraded, live, connection);
        MessageHandler handler = new MessageHandler(chat, ids, upgraded, socket);
        sink.judgeBy(socket::judged);
        upgraded.loop().runOnContext(_ -> listen(upgraded, socket, handler));
        try {
            sink.greet(ServerMessages.ready(connection));
        } catch (IOException gone) {
            upgraded.end(SocketCloses.SILENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            upgraded.end(SocketCloses.SILENT);
        }
        connection.recheck(); // a revocation may have come since the handshake
    }

    private void listen(UpgradedSocket upgraded, OpenSocket socket, MessageHandler handler) {
        upgraded.frames()
                .listen(message -> threads.execute(() -> answer(upgraded, handler, message)));
        socket.start();
        upgraded.frames().next();
    }

    private static void answer(UpgradedSocket upgraded, MessageHandler handler, byte[] message) {
        try {
            handler.take(message);
        } finally {
            upgraded.next();
        }
    }

    private void await(Entry entry, AwaitFirstMessage awaited) {
        Optional<SocketSlots.Slot> slot = unauthenticated.take();
        if (slot.isEmpty()) {
            entry.refuse(HandshakeOutcome.Refused.tooMany(RETRY_AFTER));
            return;
        }
        upgrade(
                entry,
                awaited.subprotocol(),
                upgraded ->
                        waiting.add(
                                upgraded,
                                awaited,
                                slot.get(),
                                credential -> firstMessageLater(upgraded, awaited, credential)),
                slot.get()::giveBack);
    }

    private void firstMessageLater(
            UpgradedSocket upgraded, AwaitFirstMessage awaited, Credential credential) {
        threads.execute(() -> firstMessage(upgraded, awaited, credential));
    }

    private void firstMessage(
            UpgradedSocket upgraded, AwaitFirstMessage awaited, Credential credential) {
        try {
            SocketCredentials credentials = new SocketCredentials(verifier);
            switch (handshake.firstMessage(awaited, credential, credentials)) {
                case FirstMessage.Refused(var close) -> upgraded.end(close);
                case FirstMessage.Authenticated(var accepted) ->
                        admit(upgraded, accepted, credentials);
            }
        } catch (RuntimeException e) {
            LOG.error("event=first_message_failed", e);
            upgraded.end(SocketCloses.FAULT);
        }
    }

    private void admit(UpgradedSocket upgraded, Accepted accepted, SocketCredentials credentials) {
        if (admission(accepted, credentials) instanceof AccessDecision.Admitted(var context)) {
            connect(upgraded, new Owner(accepted, context));
            return;
        }
        upgraded.end(Close.of(CloseCode.NOT_PERMITTED));
    }

    void shutDown() {
        waiting.shutDown();
    }
}
