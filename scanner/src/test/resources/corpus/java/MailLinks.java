package com.acme.mail;

import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Links with a number and an end, signed; they are no JWTs. */
class MailLinks {
    private final byte[] key;

    MailLinks(byte[] key) {
        this.key = key;
    }

    String link(long id, long until) throws Exception {
        String content = id + "." + until;
        return content + "." + sign(content);
    }

    boolean verify(String token) throws Exception {
        String[] parts = token.split("\\.");
        return sign(parts[0] + "." + parts[1]).equals(parts[2]) && Long.parseLong(parts[1]) > System.currentTimeMillis();
    }

    private String sign(String content) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(content.getBytes()));
    }

    String header(String part) {
        String[] pieces = part.split("\\.");
        return new String(Base64.getDecoder().decode(pieces[0]));
    }

    String[] values(String header) {
        String[] pieces = header.split("\\.");
        String payload = new String(Base64.getDecoder().decode(pieces[0]));
        return payload.split(",");
    }
}
