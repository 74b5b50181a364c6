package dev.signet.verifier.key;

import dev.signet.token.key.CryptoProvider;
import dev.signet.token.key.KeySet;
import dev.signet.token.key.KeySet.Parsed;
import dev.signet.verifier.authority.Answer;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Gets the published key set and reads it. */
final class KeyFetch {

    private static final Set<String> MEDIA_TYPES =
            Set.of("application/json", "application/jwk-set+json");

    private final Supplier<CompletableFuture<Answer>> source;
    private final CryptoProvider crypto;

    KeyFetch(Supplier<CompletableFuture<Answer>> source, CryptoProvider crypto) {
        this.source = source;
        this.crypto = crypto;
    }

    /** The set, or why the answer is none; never fails. */
    CompletableFuture<Parsed> start() {
        return CompletableFuture.completedFuture(source)
                .thenCompose(Supplier::get)
                .thenApply(this::read)
                .exceptionally(bug -> new Parsed.Refused(bug.toString()));
    }

    private Parsed read(Answer answer) {
        if (!(answer instanceof Answer.Received received)) {
            return new Parsed.Refused(answer.toString());
        }
        return received.isOk(MEDIA_TYPES)
                ? KeySet.parse(received.body(), crypto)
                : new Parsed.Refused(received.toString());
    }
}
