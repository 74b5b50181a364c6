package com.acme.config;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties("acme")
public record AppProperties(Jwt jwt, Mail mail, List<String> origins) {

    public record Jwt(
            String signingKey, // expect: secret-env-read
            Duration lifetime,
            String issuer) {}

    public record Mail(String host, String password) {}
}
