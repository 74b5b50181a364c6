package com.acme.edge;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

public final class HandMadeSigner {

    private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

    private HandMadeSigner() {}

    public static String sign(String payload, byte[] secret) throws Exception {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String content =
                encoder.encodeToString(HEADER.getBytes(StandardCharsets.UTF_8))
                        + "."
                        + encoder.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        byte[] signature = mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)); // expect: local-sign
        return content + "." + encoder.encodeToString(signature);
    }
}
