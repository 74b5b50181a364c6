package com.acme.orders;

import dev.signet.verifier.Verdict;
import dev.signet.verifier.Verifier;
import java.util.Map;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.reactive.function.client.WebClient;

@FeignClient(name = "auth-service")
interface AuthApi {
    @PostMapping("/auth/validate")
    Map<String, Object> validateToken(@RequestBody Map<String, String> body);
}

class Delegating {

    private final Verifier verifier;
    private final AuthApi authApi;
    private final RestTemplate rest;
    private final WebClient web;

    Delegating(Verifier verifier, AuthApi authApi, RestTemplate rest, WebClient web) {
        this.verifier = verifier;
        this.authApi = authApi;
        this.rest = rest;
        this.web = web;
    }

    boolean verifyToken(String token) {
        Verdict verdict = verifier.verify(token);
        return verdict.valid();
    }

    boolean validateToken(String token) {
        return Boolean.TRUE.equals(authApi.validateToken(Map.of("token", token)).get("valid"));
    }

    boolean checkToken(String token, String base) {
        ResponseEntity<Map> answer =
                rest.postForEntity(base + "/oauth2/introspect", Map.of("token", token), Map.class);
        return answer.getStatusCode().is2xxSuccessful();
    }

    Object authenticateToken(String token) {
        return web.post().uri("/auth/validate").bodyValue(token).retrieve().bodyToMono(Map.class).block();
    }
}
