package com.acme.mail;

import com.auth0.jwt.JWT;
import com.auth0.jwt.interfaces.DecodedJWT;
import java.lang.reflect.Method;
import java.util.Base64;

class PartsOfTokens {
    static String shown(String token) {
        String[] chunks = token.split("\\.");
        Base64.Decoder decoder = Base64.getUrlDecoder();
        String header = new String(decoder.decode(chunks[0])); // expect: unverified-decode
        String payload = new String(decoder.decode(chunks[1]));
        return header + " " + payload;
    }

    static Object reflected(String token) throws Exception {
        Method decode = Class.forName("com.auth0.jwt.JWT").getMethod("decode", String.class);
        return decode.invoke(null, token); // expect: unverified-decode
    }

    static Object other(String text) throws Exception {
        return Class.forName("com.acme.mail.Codec").getMethod("decode", String.class).invoke(null, text);
    }
}
