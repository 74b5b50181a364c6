package dev.signet.http.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Closes a connection whose peer may still be sending what nobody reads: ends our side first, and
 * the whole after a bounded time. One that is closed at once is reset, and takes the answer with it
 * (RFC 9112 §9.6).
 */
final class LingeringClose extends ChannelOutboundHandlerAdapter {

    private final BooleanSupplier isWorthwhile;
    private boolean begun;

    LingeringClose(BooleanSupplier isWorthwhile) {
        this.isWorthwhile = isWorthwhile;
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (!begun
                && isWorthwhile.getAsBoolean()
                && context.channel() instanceof DuplexChannel channel) {
            begun = true;
            channel.shutdownOutput();
            context.executor()
                    .schedule(
                            () -> context.close(promise),
                            HttpLimits.LINGER.toMillis(),
                            TimeUnit.MILLISECONDS);
            return;
        }
        context.close(promise);
    }
}
