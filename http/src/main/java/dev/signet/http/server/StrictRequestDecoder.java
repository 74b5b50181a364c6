package dev.signet.http.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpConstants;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.impl.http1.VertxHttpRequestDecoder;
import java.util.List;
import java.util.Locale;

/**
 * Refuses every head of which two readers could believe that its body ends at different places (RFC
 * 9112 §5.2, §6.1, §6.3). What follows such a head on its connection is thrown away unread, so that
 * no part of a body is ever taken for a request.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    private Part next = Part.FIRST_LINE;
    private boolean folded;
    private boolean broken;
    private int lengths;

    /** What the next bytes belong to. */
    private enum Part {
        FIRST_LINE,
        HEADERS,
        BODY
    }

    StrictRequestDecoder(HttpLimits limits) {
        super(
                new Http1ServerConfig()
                        .setMaxHeaderSize(limits.headerBytesMax())
                        .setMaxInitialLineLength(limits.headerBytesMax()));
    }

    @Override
    protected void decode(ChannelHandlerContext channel, ByteBuf bytes, List<Object> out)
            throws Exception {
        folded = folded || next != Part.BODY && hasFold(bytes);
        super.decode(channel, bytes, out);
        if (!out.isEmpty() && out.getLast() instanceof HttpObject read) {
            take(read);
        }
    }

    private void take(HttpObject read) {
        if (read.decoderResult().isFailure()) {
            broken = true;
            if (read instanceof HttpMessage head) { // an old client may have asked to go on
                head.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
            }
        } else if (read instanceof LastHttpContent) {
            next = Part.FIRST_LINE;
            folded = false;
        }
    }

    /** Whether something came that cannot be read; nothing is read any more then. */
    boolean isBroken() {
        return broken;
    }

    /** Whether a line of the head goes on in the next one; looks no further than the head's end. */
    private boolean hasFold(ByteBuf bytes) {
        int line = bytes.readerIndex();
        if (next == Part.FIRST_LINE) {
            line = bytes.indexOf(firstVisible(bytes), bytes.writerIndex(), HttpConstants.LF) + 1;
            if (line == 0) {
                return false;
            }
        }
        while (line < bytes.writerIndex()) {
            byte first = bytes.getByte(line);
            if (first == HttpConstants.SP || first == HttpConstants.HT) {
                return true;
            }
            int end = bytes.indexOf(line, bytes.writerIndex(), HttpConstants.LF);
            if (first == HttpConstants.CR || first == HttpConstants.LF || end < 0) {
                return false;
            }
            line = end + 1;
        }
        return false;
    }

    /** Empty lines in front of a request belong to no head (RFC 9112 §2.2). */
    private static int firstVisible(ByteBuf bytes) {
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex() && bytes.getByte(at) >= 0 && bytes.getByte(at) <= ' ') {
            at++;
        }
        return at;
    }

    @Override
    protected HttpMessage createMessage(String[] firstLine) {
        next = Part.HEADERS;
        lengths = 0;
        return super.createMessage(firstLine);
    }

    /** Counts the lengths, for of several in an HTTP/1.0 request the server keeps only one. */
    @Override
    protected AsciiString splitHeaderName(byte[] bytes, int start, int length) {
        AsciiString name = super.splitHeaderName(bytes, start, length);
        if (HttpHeaderNames.CONTENT_LENGTH.contentEqualsIgnoreCase(name)) {
            lengths++;
        }
        return name;
    }

    /** Called once for each head that is complete, before its body is looked for. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage head) {
        next = Part.BODY;
        if (folded || lengths > 1 || hasHiddenBody(head.headers())) {
            throw UnreadableFramingException.AMBIGUOUS;
        }
        List<String> codings = head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!codings.isEmpty()) {
            checkCoding(head, codings);
        }
        return super.isContentAlwaysEmpty(head);
    }

    /** A draft of WebSocket had eight bytes after such a head without saying so. */
    private static boolean hasHiddenBody(HttpHeaders headers) {
        return headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY1)
                || headers.contains(HttpHeaderNames.SEC_WEBSOCKET_KEY2);
    }

    private void checkCoding(HttpMessage head, List<String> codings) {
        if (codings.size() > 1 || lengths > 0 || head.protocolVersion() != HttpVersion.HTTP_1_1) {
            throw UnreadableFramingException.AMBIGUOUS;
        }
        String coding = codings.getFirst();
        if (!HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(coding)) {
            throw endsWithChunked(coding)
                    ? UnreadableFramingException.UNKNOWN_CODING
                    : UnreadableFramingException.AMBIGUOUS;
        }
    }

    /** Whether something else was done to the body before it was cut into chunks, once. */
    private static boolean endsWithChunked(String codings) {
        String chunked = HttpHeaderValues.CHUNKED.toString();
        List<String> names = List.of(codings.toLowerCase(Locale.ROOT).split(",", -1));
        return names.getLast().strip().equals(chunked)
                && names.stream().filter(name -> name.strip().equals(chunked)).count() == 1
                && names.size() > 1;
    }
}
