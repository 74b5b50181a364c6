package dev.signet.chat.http.socket;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.id.Ids;
import dev.signet.chat.workspace.Chat;
import dev.signet.handshake.Handshake;
import dev.signet.handshake.HandshakePolicy;
import dev.signet.token.verdict.Verdict;
import dev.signet.verifier.TicketRedemption;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What sockets are made of.
 *
 * @param tokens judges a token
 * @param tickets spends a ticket
 * @param trustsProxy peers whose {@code X-Forwarded-Proto} is believed
 */
public record SocketParts(
        Vertx vertx,
        HandshakePolicy policy,
        Handshake handshake,
        Function<String, Verdict> tokens,
        Function<String, TicketRedemption> tickets,
        Chat chat,
        BackendLimits.Sockets limits,
        Predicate<InetAddress> trustsProxy,
        Ids ids,
        InstantSource clock) {

    SocketCredentials credentials() {
        return new SocketCredentials(tokens, tickets);
    }
}
