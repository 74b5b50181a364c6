package com.acme.shop.security;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
public class AuthConfiguration {

    @Value("${shop.jwt-secret}") // expect: secret-env-read
    private String jwtSecret;

    @Value("${shop.session-minutes}")
    private int minutes;

    @ConfigurationProperties(prefix = "shop")
    public static class ShopProperties {

        public static class Auth {
            private String tokenSecret; // expect: secret-env-read
            private long tokenExpirationMsec;
        }

        public static class Twitter {
            private String consumerKey;
            private String tokenSecret;
            private long tokenExpirationMsec;
        }
    }
}
