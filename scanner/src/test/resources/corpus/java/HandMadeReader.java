package com.acme.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Base64;
import org.json.JSONObject;

public class HandMadeReader {

    private final ObjectMapper mapper = new ObjectMapper();

    public JsonNode claims(String token) throws Exception {
        String[] parts = token.split("\\.");
        byte[] body = Base64.getUrlDecoder().decode(parts[1]); // expect: unverified-decode
        return mapper.readTree(body);
    }

    public String user(String jwt) {
        String[] chunks = jwt.split("\\.");
        Base64.Decoder decoder = Base64.getUrlDecoder();
        String payload = new String(decoder.decode(chunks[1])); // expect: unverified-decode
        return new JSONObject(payload).getString("sub");
    }

    public JsonNode header(String token) throws Exception {
        String head = token.substring(0, token.indexOf('.'));
        return mapper.readTree(Base64.getUrlDecoder().decode(head)); // expect: unverified-decode
    }
}
