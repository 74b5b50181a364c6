package dev.signet.config.source;

import java.util.Map;
import java.util.TreeMap;

/** For each setting one text that it accepts and that is not its default in the demo. */
final class Samples {

    static final String SECRET = "sgs_" + "s".repeat(43);
    static final String KEY = "3q2+7wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhs=";

    static final Map<String, String> TEXTS = new TreeMap<>();

    static {
        TEXTS.put("environment", "test");
        TEXTS.put("data", "/var/lib/signet");
        TEXTS.put("installation.allow-change-from", "staging@https://id.example.com");
        TEXTS.put("key-encryption-key", KEY);
        TEXTS.put("crypto.provider", "jdk");
        TEXTS.put("trusted-proxies", "10.0.0.0/8,127.0.0.1");
        TEXTS.put("authority.host", "0.0.0.0");
        TEXTS.put("authority.port", "8443");
        TEXTS.put("authority.issuer", "https://id.example.com:8443");
        TEXTS.put("authority.management-host", "::1");
        TEXTS.put("authority.management-port", "9082");
        TEXTS.put("authority.allow-insecure-http", "true");
        TEXTS.put("token.audience", "platform");
        TEXTS.put("token.service-audience", "services");
        TEXTS.put("token.clock-leeway", "PT60S");
        TEXTS.put("token.access-lifetime", "PT7M");
        TEXTS.put("token.service-lifetime", "PT10M");
        TEXTS.put("refresh.idle-lifetime", "P3D");
        TEXTS.put("refresh.absolute-lifetime", "P60D");
        TEXTS.put("refresh.concurrent-within", "PT0S");
        TEXTS.put("password.length-min", "8");
        TEXTS.put("password.length-max", "64");
        TEXTS.put("login.per-account", "3");
        TEXTS.put("login.per-address", "1000");
        TEXTS.put("login.window", "PT1M");
        TEXTS.put("websocket.query-tokens", "allow");
        TEXTS.put("websocket.first-message", "allow");
        TEXTS.put("websocket.echo-legacy-subprotocol", "true");
        TEXTS.put("websocket.origins", "https://app.example.com,http://localhost:3000");
        TEXTS.put("websocket.test-issuer", "http://localhost:7777");
        TEXTS.put("feed.staleness-policy", "serve_stale");
        TEXTS.put("feed.staleness-bound", "PT5S");
        TEXTS.put("chat.host", "0.0.0.0");
        TEXTS.put("chat.port", "8444");
        TEXTS.put("chat.public-url", "https://chat.example.com");
        TEXTS.put("chat.authority-url", "http://authority:8080");
        TEXTS.put("chat.client-id", "chat-2");
        TEXTS.put("chat.client-secret", SECRET);
        TEXTS.put("chat.client-secret-file", "/run/secrets/chat");
        TEXTS.put("chat.model.base-url", "https://api.example.com/v1");
        TEXTS.put("chat.model.api-key", "sk-1");
        TEXTS.put("chat.model.name", "small");
        TEXTS.put("chat.model.timeout", "PT2M");
        TEXTS.put("legacy.enabled", "true");
    }

    private Samples() {}
}
