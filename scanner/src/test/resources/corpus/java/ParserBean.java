package com.acme.shop.config;

import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration
public class ParserBean {

    @Bean
    SecretKey tokenKey(Environment env) {
        String value = env.getRequiredProperty("security.token.value"); // expect: secret-env-read
        return Keys.hmacShaKeyFor(value.getBytes(StandardCharsets.UTF_8));
    }

    @Bean
    JwtParser jwtParser(SecretKey tokenKey) {
        return Jwts.parser() // expect: local-decode
                .verifyWith(tokenKey)
                .requireIssuer("https://id.acme.test")
                .build();
    }
}
