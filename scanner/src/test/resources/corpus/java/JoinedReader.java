package com.acme.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import java.util.List;
import java.util.Map;

class JoinedReader {
    private final Map<String, Object> header;
    private final Map<String, Object> claims;

    JoinedReader(String token) throws Exception {
        List<String> parts = parts(token);
        header = map(parts.get(0)); // expect: unverified-decode
        claims = map(parts.get(1));
    }

    static JoinedReader of(String token) throws Exception {
        return new JoinedReader(token);
    }

    private static List<String> parts(String text) {
        return List.of(text.split("\\."));
    }

    private static Map<String, Object> map(String part) throws Exception {
        return new ObjectMapper().readValue(Base64.getUrlDecoder().decode(part), Map.class);
    }
}
