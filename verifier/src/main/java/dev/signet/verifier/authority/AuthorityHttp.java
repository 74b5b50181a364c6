package dev.signet.verifier.authority;

import dev.signet.verifier.authority.Answer.Why;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks to the authority by the JDK's HTTP client: follows no redirect, accepts no compression,
 * reads no more than asked and never waits longer, however slowly the bytes drip. Safe for many
 * threads. Its own two threads end when they have been idle.
 */
public final class AuthorityHttp {

    private static final int THREADS = 2;
    private static final long THREAD_IDLE_SECONDS = 5;
    private static final String NO_HOST_CHECK =
            "jdk.internal.httpclient.disableHostnameVerification";

    private static final Logger LOG = LoggerFactory.getLogger(AuthorityHttp.class);
    private static final int CAUSES_MAX = 10;
    private static final int TEXT_MAX = 200;

    private final HttpClient client;
    private final AtomicReference<String> trouble = new AtomicReference<>("");

    /**
     * @param connectTimeout bound on connecting alone
     * @throws IllegalStateException when the JVM was told not to check the names in certificates
     */
    public AuthorityHttp(Duration connectTimeout) {
        requireHostCheck();
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(connectTimeout)
                        .executor(threads())
                        .build();
    }

    private static void requireHostCheck() {
        String disabled = System.getProperty(NO_HOST_CHECK);
        if (disabled != null && !disabled.equalsIgnoreCase("false")) {
            throw new IllegalStateException(
                    "authority: TLS verification is never switched off; remove the system property "
                            + NO_HOST_CHECK);
        }
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(
                        THREADS,
                        THREADS,
                        THREAD_IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Daemons.named("signet-verifier-http"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** Sends a request; the future is complete within the call's time-out and never fails. */
    public CompletableFuture<Answer> start(Call call) {
        Reception reception = new Reception(call);
        CompletableFuture<HttpResponse<Answer>> sent = client.sendAsync(call.request(), reception);
        CompletableFuture<Answer> answer =
                sent.handle((response, failure) -> {
                    note(call, failure);
                    return failure == null ? response.body() : new Answer.Failed(Why.UNREACHABLE);
                });
        Answer late = new Answer.Failed(Why.TIMED_OUT);
        answer.completeOnTimeout(late, call.timeout().toNanos(), TimeUnit.NANOSECONDS);
        answer.thenAccept(outcome -> {
            if (outcome == late) {
                reception.giveUp();
                sent.cancel(true);
            }
        });
        return answer;
    }

    /** Says what keeps us from the authority, once for as long as it is the same. */
    private void note(Call call, @Nullable Throwable failure) {
        if (failure instanceof CancellationException) {
            return; // we gave up ourselves, and the answer says so
        }
        String now = failure == null ? "" : text(rootCause(failure));
        if (!trouble.getAndSet(now).equals(now) && failure != null) {
            LOG.warn(
                    "event=authority_unreachable host={} why=\"{}\"",
                    call.request().uri().getRawAuthority(),
                    now);
        }
    }

    /** In one line of bounded length: some of it may be what a stranger sent. */
    private static String text(Throwable cause) {
        String text = cause.toString().replaceAll("[^\\x20-\\x7e]", "?");
        return text.substring(0, Math.min(text.length(), TEXT_MAX));
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; i < CAUSES_MAX && cause.getCause() != null; i++) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Sends a request and waits for its answer; an interrupt ends the waiting and is kept. */
    public Answer send(Call call) {
        CompletableFuture<Answer> answer = start(call);
        try {
            return answer.get();
        } catch (InterruptedException ended) {
            answer.thenAccept(AuthorityHttp::discard);
            Thread.currentThread().interrupt();
            return new Answer.Failed(Why.UNREACHABLE);
        } catch (ExecutionException bug) {
            throw new IllegalStateException("reading an answer failed", bug.getCause());
        }
    }

    private static void discard(Answer answer) {
        if (answer instanceof Answer.Streaming streaming) {
            streaming.bytes().close();
        }
    }
}
