package dev.signet.chat.http.authority;

import dev.signet.chat.http.limit.BackendLimits;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends requests by the JDK's client: follows no redirect, reads no more than the bound and waits
 * no longer, however slowly the bytes drip.
 */
final class AuthorityHttp implements AutoCloseable {

    private final HttpClient client;
    private final BackendLimits.Calls limits;

    AuthorityHttp(BackendLimits.Calls limits) {
        this.limits = limits;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(limits.timeout())
                        .executor(Executors.newVirtualThreadPerTaskExecutor())
                        .build();
    }

    static HttpRequest.Builder to(URI uri) {
        return HttpRequest.newBuilder(uri).header("Accept", "application/json");
    }

    Reply send(HttpRequest request) throws InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(
                        request,
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), limits.answerBytes()));
        try {
            HttpResponse<byte[]> response =
                    sent.get(limits.timeout().toNanos(), TimeUnit.NANOSECONDS);
            return new Reply.Answered(response.statusCode(), response.body());
        } catch (ExecutionException failed) {
            return new Reply.Silent(String.valueOf(failed.getCause()));
        } catch (TimeoutException late) {
            return new Reply.Silent("no answer within " + limits.timeout());
        } finally {
            sent.cancel(true);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
