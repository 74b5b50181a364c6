package com.acme.tools;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validator;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Knows nothing of Jwts.parser() or JWT.decode(token); JWT_SECRET is only named here. */
public class Lookalikes {

    private static final String RESERVED = "JWT_SECRET_KEY must not be set in this service";
    private static final String TOKEN_HEADER = "X-Token";
    private static final String JWT_SECRET_HEADER = "X-Jwt-Secret-Id";

    private final ObjectMapper mapper = new ObjectMapper();

    Map<?, ?> decode(String cursor) throws Exception {
        return mapper.readValue(Base64.getUrlDecoder().decode(cursor), Map.class);
    }

    String query(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    boolean verify(PublicKey key, byte[] artifact, byte[] signed) throws Exception {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(artifact);
        return signature.verify(signed);
    }

    boolean verifySignature(String body, String header, String webhookSecret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(webhookSecret.getBytes(), "HmacSHA256"));
        String made = Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes()));
        return MessageDigest.isEqual(made.getBytes(), header.getBytes());
    }

    void validateOrder(Validator validator, Object order) {
        if (!validator.validate(order).isEmpty()) {
            throw new IllegalArgumentException("order");
        }
    }

    String host(String name) {
        return name.split("\\.")[0];
    }
}
