package dev.signet.chat.http.socket;

import dev.signet.chat.context.Admission;
import dev.signet.chat.context.Delegation;
import dev.signet.chat.context.UserContext;
import dev.signet.chat.delivery.Connect;
import dev.signet.chat.delivery.Connection;
import dev.signet.handshake.CloseCode;
import dev.signet.handshake.Credential;
import dev.signet.handshake.FirstMessage;
import dev.signet.handshake.HandshakeOutcome;
import dev.signet.handshake.HandshakeOutcome.Accepted;
import dev.signet.handshake.HandshakeOutcome.AwaitFirstMessage;
import dev.signet.handshake.HandshakeRequest;
import dev.signet.handshake.SocketAction.Close;
import dev.signet.http.message.Problem;
import dev.signet.token.verdict.Verdict;
import io.netty.channel.Channel;
import io.vertx.core.Context;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.impl.HttpServerConnection;
import java.io.IOException;
import java.time.Duration;
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

    private final SocketParts parts;
    private final Executor threads;
    private final Places nameless;
    private final WaitingSockets waiting;

    SocketOpening(SocketParts parts, Executor threads) {
        this.parts = parts;
        this.threads = threads;
        this.nameless = new Places(parts.limits().nameless());
        this.waiting = new WaitingSockets(parts);
    }

    /** A request for a socket, paused. */
    record Entry(HttpServerRequest raw, Context loop, Refusal refusal, Places.Place place) {

        void refuse(Problem problem) {
            place.giveBack();
            loop.runOnContext(_ -> refusal.send(problem));
        }

        void refuse(HandshakeOutcome.Refused refused) {
            place.giveBack();
            loop.runOnContext(_ -> refusal.send(refused));
        }
    }

    /** Whoever may open the socket, with the means to act for them. */
    private record Owner(Accepted accepted, UserContext context) {}

    /** Decides and answers; on a virtual thread. */
    void decide(Entry entry, HandshakeRequest view) {
        try {
            Credentials credentials = parts.credentials();
            switch (parts.handshake().decide(view, credentials)) {
                case HandshakeOutcome.Refused refused -> entry.refuse(refused);
                case AwaitFirstMessage awaited -> await(entry, awaited);
                case Accepted accepted -> accept(entry, accepted, credentials);
            }
        } catch (RuntimeException e) {
            LOG.error("event=handshake_failed request=\"{}\"", view, e);
            entry.refuse(Problem.unavailable("Something failed on our side.", 5));
        }
    }

    private void accept(Entry entry, Accepted accepted, Credentials credentials) {
        switch (admission(accepted, credentials)) {
            case Admission.Admitted(var context) ->
                    upgrade(
                            entry,
                            accepted.subprotocol(),
                            line -> open(line, new Owner(accepted, context)),
                            () -> {});
            case Admission.NotAPerson _ ->
                    entry.refuse(Problem.of(403, "not_permitted", "This is for people only."));
            case Admission.InsufficientScope(var scope) ->
                    entry.refuse(Problem.insufficientScope("Bearer", scope));
            case Admission.NotPermitted(var permission) ->
                    entry.refuse(
                            Problem.of(
                                    403,
                                    "not_permitted",
                                    "This needs the permission " + permission + "."));
        }
    }

    private static Admission admission(Accepted accepted, Credentials credentials) {
        Delegation delegation = credentials.delegation(accepted.token());
        return UserContext.admit(new Verdict.Valid(accepted.identity()), delegation);
    }

    private void upgrade(
            Entry entry, Optional<String> subprotocol, Consumer<Line> opened, Runnable failed) {
        entry.loop()
                .runOnContext(_ -> {
                    offerOnly(entry.raw().headers(), subprotocol);
                    entry.raw()
                            .toWebSocket()
                            .onComplete(
                                    socket -> opened.accept(line(entry, socket)),
                                    failure -> {
                                        LOG.debug("event=upgrade_failed", failure);
                                        entry.place().giveBack();
                                        failed.run();
                                    });
                });
    }

    /** The listener selects whatever is offered first, so nothing but the decision is left. */
    private static void offerOnly(MultiMap headers, Optional<String> subprotocol) {
        headers.remove(PROTOCOLS);
        subprotocol.ifPresent(selected -> headers.set(PROTOCOLS, selected));
    }

    /** The line reads nothing before it is told to. */
    private Line line(Entry entry, ServerWebSocket socket) {
        Peer peer =
                new Peer(socket, entry.loop(), () -> cut(entry), parts.limits().writePatience());
        Intake intake = new Intake(socket, parts.limits(), parts.clock());
        Line line = new Line(entry.loop(), peer, intake, entry.place());
        intake.start();
        intake.listen(_ -> {}, breach -> line.close(Close.of(breach)));
        return line;
    }

    /** Past everything that would first wait for the peer to take what is on its way. */
    private static void cut(Entry entry) {
        var connection = (HttpServerConnection) entry.raw().connection();
        Channel channel = connection.channelHandlerContext().channel();
        if (channel.isActive()) {
            channel.pipeline().firstContext().close();
        }
    }

    private void open(Line line, Owner owner) {
        threads.execute(() -> connect(line, owner));
    }

    private void connect(Line line, Owner owner) {
        SocketSink sink = new SocketSink(line.peer());
        switch (parts.chat().workspace(owner.context()).connect(sink)) {
            case Connect.Connected(var connection) -> serve(line, owner, sink, connection);
            case Connect.TooMany _ -> line.close(Close.of(CloseCode.TOO_MANY));
            case Connect.ShuttingDown _ -> line.close(Close.of(CloseCode.SHUTTING_DOWN));
            case Connect.NoSuchRun _ -> throw new IllegalStateException("no run was asked for");
        }
    }

    private void serve(Line line, Owner owner, SocketSink sink, Connection connection) {
        OpenSocket socket = new OpenSocket(parts, line, owner.accepted(), connection);
        Conversation conversation = new Conversation(parts, socket);
        sink.endBy(socket::end);
        line.loop().runOnContext(_ -> listen(line, socket, conversation));
        try {
            sink.greet(ServerMessages.ready(connection));
        } catch (IOException gone) {
            socket.end(Closing.SILENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            socket.end(Closing.SILENT);
        }
        socket.watchLogin();
    }

    private void listen(Line line, OpenSocket socket, Conversation conversation) {
        line.peer().whenGone(() -> socket.end(Closing.SILENT));
        line.intake()
                .listen(
                        message -> threads.execute(() -> answer(line, conversation, message)),
                        breach -> socket.end(Close.of(breach)));
        socket.start();
        line.intake().next();
    }

    private static void answer(Line line, Conversation conversation, byte[] message) {
        try {
            conversation.take(message);
        } finally {
            line.next();
        }
    }

    private void await(Entry entry, AwaitFirstMessage awaited) {
        Optional<Places.Place> place = nameless.take();
        if (place.isEmpty()) {
            entry.refuse(HandshakeOutcome.Refused.tooMany(RETRY_AFTER));
            return;
        }
        upgrade(
                entry,
                awaited.subprotocol(),
                line ->
                        waiting.add(
                                line,
                                awaited,
                                place.get(),
                                credential -> firstMessageLater(line, awaited, credential)),
                place.get()::giveBack);
    }

    private void firstMessageLater(Line line, AwaitFirstMessage awaited, Credential credential) {
        threads.execute(() -> firstMessage(line, awaited, credential));
    }

    private void firstMessage(Line line, AwaitFirstMessage awaited, Credential credential) {
        try {
            Credentials credentials = parts.credentials();
            switch (parts.handshake().firstMessage(awaited, credential, credentials)) {
                case FirstMessage.Refused(var close) -> line.close(close);
                case FirstMessage.Authenticated(var accepted) -> admit(line, accepted, credentials);
            }
        } catch (RuntimeException e) {
            LOG.error("event=first_message_failed", e);
            line.close(Closing.FAULT);
        }
    }

    private void admit(Line line, Accepted accepted, Credentials credentials) {
        if (admission(accepted, credentials) instanceof Admission.Admitted(var context)) {
            connect(line, new Owner(accepted, context));
            return;
        }
        line.close(Close.of(CloseCode.NOT_PERMITTED));
    }

    void shutDown() {
        waiting.shutDown();
    }
}
