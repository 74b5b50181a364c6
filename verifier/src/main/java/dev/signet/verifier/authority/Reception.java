package dev.signet.verifier.authority;

import dev.signet.verifier.authority.Answer.Why;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Decides from a response's head how its body is read, and can end the reading at any time. */
final class Reception implements BodyHandler<Answer> {

    private static final Runnable GIVEN_UP = () -> {};

    private final Call call;
    private final AtomicReference<@Nullable Runnable> hangUp = new AtomicReference<>();

    Reception(Call call) {
        this.call = call;
    }

    @Override
    public BodySubscriber<Answer> apply(ResponseInfo head) {
        if (isEncoded(head)) {
            return refusing(Why.ENCODED);
        }
        if (head.headers().firstValueAsLong("Content-Length").orElse(0) > call.bytesMax()) {
            return refusing(Why.TOO_LARGE);
        }
        String mediaType = mediaType(head);
        if (call.streaming()
                && head.statusCode() == 200
                && mediaType.equals(ByteStream.MEDIA_TYPE)) {
            return streaming();
        }
        return collecting(head.statusCode(), mediaType);
    }

    private static boolean isEncoded(ResponseInfo head) {
        return head.headers().allValues("Content-Encoding").stream()
                .anyMatch(encoding -> !encoding.strip().equalsIgnoreCase("identity"));
    }

    private static String mediaType(ResponseInfo head) {
        String written = head.headers().firstValue("Content-Type").orElse("");
        int parameters = written.indexOf(';');
        String type = parameters < 0 ? written : written.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    private BodySubscriber<Answer> refusing(Why why) {
        BoundedBody body = new BoundedBody(0, bytes -> new Answer.Failed(why));
        body.end(why);
        return body;
    }

    private BodySubscriber<Answer> streaming() {
        ByteStream stream = new ByteStream();
        onHangUp(stream::close);
        return stream;
    }

    private BodySubscriber<Answer> collecting(int status, String mediaType) {
        BoundedBody body =
                new BoundedBody(
                        call.bytesMax(), bytes -> new Answer.Received(status, mediaType, bytes));
        onHangUp(() -> body.end(Why.TIMED_OUT));
        return body;
    }

    private void onHangUp(Runnable action) {
        if (!hangUp.compareAndSet(null, action)) {
            action.run();
        }
    }

    /** Nobody waits for the answer any more: the connection ends now, or as soon as it is made. */
    void giveUp() {
        Runnable action = hangUp.getAndSet(GIVEN_UP);
        if (action != null) {
            action.run();
        }
    }
}
