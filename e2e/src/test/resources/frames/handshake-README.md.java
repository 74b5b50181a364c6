package example;

import dev.signet.handshake.CredentialVerifier;
import dev.signet.handshake.Handshake;
import dev.signet.handshake.HandshakeOutcome;
import dev.signet.handshake.HandshakeRequest;
import dev.signet.handshake.LiveSocket;
import dev.signet.handshake.SocketAction;
import dev.signet.handshake.HandshakeLimits;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

abstract class Example {

    Vertx vertx;
    Handshake handshake;
    CredentialVerifier verifier;
    HandshakeLimits limits;
    LiveSocket live;
    ServerWebSocket socket;
    Clock clock;
    long timer;

    abstract String problem(HandshakeOutcome.Refused refused);

    abstract void serve(ServerWebSocket socket, LiveSocket live);

    abstract long millisUntil(Instant at);

    abstract String expiringMessage(SocketAction.SendExpiring expiring);

    //CODE
}
