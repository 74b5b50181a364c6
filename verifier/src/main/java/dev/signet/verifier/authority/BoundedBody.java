package dev.signet.verifier.authority;

import dev.signet.verifier.authority.Answer.Why;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Function;

/** Collects a response body up to a bound and hangs up on a longer one. */
final class BoundedBody implements HttpResponse.BodySubscriber<Answer> {

    private final int bytesMax;
    private final Function<byte[], Answer> whole;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private volatile boolean ended;

    /**
     * @param whole makes the answer of a body within the bound
     */
    BoundedBody(int bytesMax, Function<byte[], Answer> whole) {
        this.bytesMax = bytesMax;
        this.whole = whole;
    }

    @Override
    public CompletionStage<Answer> getBody() {
        return answer;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        answer.whenComplete((any, failure) -> {
            if (!ended) {
                subscription.cancel();
            }
        });
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (answer.isDone()) {
                return;
            }
            take(buffer);
        }
    }

    private void take(ByteBuffer buffer) {
        if (collected.size() + buffer.remaining() > bytesMax) {
            end(Why.TOO_LARGE);
            return;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        collected.writeBytes(bytes);
    }

    /** Gives up on the body and hangs up. */
    void end(Why why) {
        answer.complete(new Answer.Failed(why));
    }

    @Override
    public void onError(Throwable broken) {
        ended = true;
        answer.complete(new Answer.Failed(Why.UNREACHABLE));
    }

    @Override
    public void onComplete() {
        ended = true;
        answer.complete(whole.apply(collected.toByteArray()));
    }
}
