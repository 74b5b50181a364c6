package dev.signet.authority.http.caller;

import dev.signet.authority.refresh.ClientInstance;
import dev.signet.http.message.Request;
import java.util.List;
import java.util.Optional;

/** The header by which a copy of a client marks its retries; once, and not easy to guess. */
public sealed interface IdempotencyKey {

    String REFUSAL = "Idempotency-Key: one, of 16 to 255 characters";

    /** The copy that sent it; nobody when there is no such header. */
    record Read(Optional<ClientInstance> instance) implements IdempotencyKey {}

    /** There are several, or it is too short or too long. */
    record Bad() implements IdempotencyKey {}

    static IdempotencyKey of(Request request) {
        List<String> values = request.headers().apply("Idempotency-Key");
        if (values.isEmpty()) {
            return new Read(Optional.empty());
        }
        Optional<ClientInstance> instance = ClientInstance.ofIdempotencyKey(values.getFirst());
        return values.size() == 1 && instance.isPresent() ? new Read(instance) : new Bad();
    }
}
