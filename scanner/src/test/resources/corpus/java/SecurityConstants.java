package com.acme.shop.security;

import java.util.Objects;

public final class SecurityConstants {
    public static final String SECRET = "KeyOfTheShopForAllTokens"; // expect: secret-hardcoded
    public static final long EXPIRATION_TIME = 864_000_000;
    public static final String TOKEN_PREFIX = "Bearer ";
    public static final String HEADER_STRING = "Authorization";
    public static final String TOKEN_SIGN_KEY = "sign-4711-4712-4713"; // expect: secret-hardcoded
    public static final String ERR_JWT_SECRET = "the secret is missing";

    private SecurityConstants() {}

    static String key() {
        return Objects.requireNonNullElse(
            System.getenv("JWT_SECRET_KEY"), // expect: secret-env-read
            "for-development-only"); // expect: secret-hardcoded
    }

    static final class Uploads {
        static final String BUCKET = "shop";
        static final String SECRET = "the-bucket-has-its-own";
        static final long UPLOAD_TOKEN_EXPIRATION = 60;
    }

    static final class CacheKeys {
        static final String TOKEN_PREFIX = "token:";
        static final String SECRET = "secret-of-a-room";
    }

    static final class Captcha {
        static final String SECRET = "captcha-knows-this";
        static final String URL = "https://captcha.example/verify";
    }
}
