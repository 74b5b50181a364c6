package com.acme.orders;

import com.acme.auth.AuthClient;
import com.acme.auth.Introspection;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jwts;
import java.security.PublicKey;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

public class Fallback {

    private final AuthClient authClient;
    private final PublicKey key;

    public Fallback(AuthClient authClient, PublicKey key) {
        this.authClient = authClient;
        this.key = key;
    }

    String caught(String token) {
        try {
            return authClient.validate(token).subject();
        } catch (RuntimeException unavailable) {
            return local(token).getSubject(); // expect: local-fallback
        }
    }

    String tested(String token) {
        Introspection answer = authClient.introspect(token);
        if (answer != null && answer.active()) {
            return answer.subject();
        }
        return local(token).getSubject(); // expect: local-fallback
    }

    CompletableFuture<String> later(String token) {
        return authClient.validateAsync(token)
                .thenApply(Introspection::subject)
                .exceptionally(e -> local(token).getSubject()); // expect: local-fallback
    }

    Mono<String> reactive(String token) {
        return authClient.validateReactive(token)
                .map(Introspection::subject)
                .onErrorResume(e -> Mono.just(local(token).getSubject())); // expect: local-fallback
    }

    String optional(String token) {
        return Optional.ofNullable(authClient.validate(token))
                .map(Introspection::subject)
                .orElseGet(() -> local(token).getSubject()); // expect: local-fallback
    }

    private Claims local(String token) {
        return Jwts.parser().verifyWith(key).build().parseSignedClaims(token).getPayload(); // expect: local-decode
    }
}
