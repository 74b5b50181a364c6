package com.acme.queue;

import com.acme.auth.client.AuthClient;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import io.github.resilience4j.circuitbreaker.annotation.CircuitBreaker;
import java.util.Map;

class Breaker {
    private final AuthClient authClient;
    private final Algorithm algorithm;

    Breaker(AuthClient authClient, Algorithm algorithm) {
        this.authClient = authClient;
        this.algorithm = algorithm;
    }

    @CircuitBreaker(name = "auth", fallbackMethod = "locally")
    String user(String token) {
        return authClient.validateToken(token);
    }

    String locally(String token, Throwable failure) {
        return JWT.require(algorithm).build().verify(token).getSubject(); // expect: local-decode, local-fallback
    }

    @CircuitBreaker(name = "auth", fallbackMethod = "unavailable")
    String name(String token) {
        return authClient.validateToken(token);
    }

    String unavailable(String token, Throwable failure) {
        throw new IllegalStateException("503", failure);
    }

    @CircuitBreaker(name = "stock", fallbackMethod = "remembered")
    int stock(String article) {
        return Map.of(article, 1).get(article);
    }

    int remembered(String article, Throwable failure) {
        return 0;
    }
}
