package com.acme.cn;

import cn.hutool.jwt.JWT;
import cn.hutool.jwt.JWTUtil;
import java.util.Map;

public class HutoolTokens {

    private static final byte[] KEY = "acme-cn-2021".getBytes(); // expect: secret-hardcoded

    public static String create(Map<String, Object> payload) {
        return JWTUtil.createToken(payload, KEY); // expect: local-sign
    }

    public static boolean verifyToken(String token) { // expect: validate-duplicate
        return JWTUtil.verify(token, KEY); // expect: local-decode
    }

    public static Object user(String token) {
        JWT jwt = JWTUtil.parseToken(token); // expect: unverified-decode
        return jwt.getPayload("uid");
    }
}
