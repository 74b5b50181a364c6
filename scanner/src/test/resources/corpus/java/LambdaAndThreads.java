package com.acme.workers;

import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Claims;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;

class LambdaAndThreads {

    private final Function<String, Jws<Claims>> read;

    LambdaAndThreads(JwtParser parser) {
        this.read = parser::parseSignedClaims; // expect: local-decode
    }

    Stream<Claims> all(JwtParser parser, List<String> tokens) {
        return tokens.stream()
                .map(token -> parser.parseClaimsJws(token)) // expect: local-decode
                .map(Jws::getBody);
    }

    Callable<Object> later(JwtParser parser, String token) {
        return new Callable<>() {
            @Override
            public Object call() {
                return parser.parse(token); // expect: local-decode
            }
        };
    }

    Jws<Claims> once(String token) {
        return read.apply(token);
    }
}
