package dev.signet.chat.http.authority;

import dev.signet.chat.http.limit.BackendLimits;
import dev.signet.chat.login.Delegation;
import dev.signet.verifier.authority.Answer;
import dev.signet.verifier.authority.AuthorityHttp;
import dev.signet.verifier.authority.Call;
import dev.signet.verifier.authority.ServiceCredential;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Asks the authority by the verifier's client, within the chat's own bounds. */
final class AuthorityCalls {

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.US_ASCII);
    private static final String JSON = "application/json";

    private final AuthorityHttp http;
    private final BackendLimits.Calls limits;

    AuthorityCalls(BackendLimits.Calls limits) {
        this.http = new AuthorityHttp(limits.timeout());
        this.limits = limits;
    }

    /** Fetches a document in nobody's name. */
    Answer get(URI uri) throws InterruptedException {
        return send(Call.get(uri, JSON, limits.answerBytes(), timeout()));
    }

    Answer get(URI uri, Delegation user) throws InterruptedException {
        return send(as(user, Call.get(uri, JSON, limits.answerBytes(), timeout())));
    }

    Answer delete(URI uri, Delegation user) throws InterruptedException {
        return send(as(user, Call.delete(uri, timeout())));
    }

    /** Posts an empty object. */
    Answer post(URI uri, Delegation user) throws InterruptedException {
        return send(as(user, Call.postJson(uri, NOTHING, timeout())));
    }

    /** A form, to be sent by {@link #send}. */
    Call form(URI uri, String form, ServiceCredential client) {
        return Call.postForm(uri, form, client, timeout());
    }

    /** Sends a request and waits for its answer. */
    Answer send(Call call) throws InterruptedException {
        try {
            return http.start(call.reading(limits.answerBytes())).get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException("reading an answer failed", bug.getCause());
        }
    }

    private static Call as(Delegation user, Call call) {
        return call.with("Authorization", "Bearer " + user.reveal());
    }

    private Duration timeout() {
        return limits.timeout();
    }
}
