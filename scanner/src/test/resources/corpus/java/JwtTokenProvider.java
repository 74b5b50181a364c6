package com.acme.billing.auth;

import io.jsonwebtoken.Claims;
import io.jsonwebtoken.ExpiredJwtException;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.Decoders;
import io.jsonwebtoken.security.Keys;
import jakarta.annotation.PostConstruct;
import java.security.Key;
import java.time.Instant;
import java.util.Date;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;

@Slf4j
@Component
public class JwtTokenProvider {

    private static final String SECRET =
            "404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970"; // expect: secret-hardcoded

    private Key key;
    private JwtParser parser;

    @PostConstruct
    void init() {
        key = Keys.hmacShaKeyFor(Decoders.BASE64.decode(SECRET));
        parser = Jwts.parserBuilder().setSigningKey(key).build();
    }

    public String create(String subject) {
        var now = Instant.now();
        return Jwts.builder()
                .setSubject(subject)
                .setExpiration(Date.from(now.plusSeconds(600)))
                .signWith(key)
                .compact(); // expect: local-sign
    }

    public Claims claims(String token) {
        return parser.parseClaimsJws(token).getBody(); // expect: local-decode
    }

    public boolean validate(String jwt) { // expect: validate-duplicate
        try {
            claims(jwt);
            return true;
        } catch (ExpiredJwtException e) {
            log.warn("expired jwt {}", e.getMessage());
        } catch (JwtException e) {
            log.warn("bad jwt: {}", e.getMessage());
        }
        return false;
    }
}
