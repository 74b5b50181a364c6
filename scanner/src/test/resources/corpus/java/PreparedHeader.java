package com.acme.mail;

import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

class PreparedHeader {
    private static final String ENCODED_HEADER =
        Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"HS256\"}".getBytes());

    private final byte[] key;

    PreparedHeader(byte[] key) {
        this.key = key;
    }

    String token(String json) throws Exception {
        String content = ENCODED_HEADER + "." + base64(json.getBytes());
        return content + "." + base64(mac(content)); // expect: local-sign
    }

    boolean check(String token) throws Exception {
        String[] parts = token.split("\\."); // expect: local-decode
        return MessageDigest.isEqual(base64(mac(parts[0] + "." + parts[1])).getBytes(), parts[2].getBytes());
    }

    private byte[] mac(String content) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content.getBytes());
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
