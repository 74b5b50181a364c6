package com.acme.social;

import com.stripe.net.Webhook;
import org.springframework.beans.factory.annotation.Value;
import twitter4j.TwitterFactory;
import twitter4j.conf.ConfigurationBuilder;

class ThirdParties {

    @Value("${stripe.webhook.secret}")
    private String webhookSecret;

    @Value("${twitter.access-token-secret}")
    private String accessTokenSecret;

    @Value("${jwt.public-key}")
    private String publicKey;

    @Value("${jwt.expiration-ms}")
    private long lifetime;

    Object twitter() {
        return new TwitterFactory(
                        new ConfigurationBuilder().setOAuthAccessTokenSecret(accessTokenSecret).build())
                .getInstance();
    }

    Object event(String payload, String signature) throws Exception {
        return Webhook.constructEvent(payload, signature, webhookSecret);
    }

    String github() {
        return System.getenv("GITHUB_TOKEN");
    }
}
