package com.acme.gate;

import com.auth0.jwt.interfaces.JWTVerifier;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.JwtParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;

abstract class Holders {
    private final ObjectProvider<JwtDecoder> decoders;
    private final Map<String, JWTVerifier> verifiers;
    private final Optional<JwtEncoder> encoder;
    private final List<Codec> codecs;

    Holders(
            ObjectProvider<JwtDecoder> decoders,
            Map<String, JWTVerifier> verifiers,
            Optional<JwtEncoder> encoder,
            List<Codec> codecs) {
        this.decoders = decoders;
        this.verifiers = verifiers;
        this.encoder = encoder;
        this.codecs = codecs;
    }

    String one(String token) {
        return decoders.getObject().decode(token).getSubject(); // expect: local-decode
    }

    String of(String tenant, String token) {
        return verifiers.get(tenant).verify(token).getSubject(); // expect: local-decode
    }

    String issue(JwtEncoderParameters parameters) {
        return encoder.get().encode(parameters).getTokenValue(); // expect: local-sign
    }

    String any(String token) {
        for (JWTVerifier verifier : verifiers.values()) {
            if (verifier.verify(token) != null) { // expect: local-decode
                return "yes";
            }
        }
        return "no";
    }

    Object first(List<JwtDecoder> all, String token) {
        return all.stream().map(d -> d.decode(token)).findFirst(); // expect: local-decode
    }

    String bean(ApplicationContext context, String token) {
        return context.getBean(JwtDecoder.class).decode(token).getSubject(); // expect: local-decode
    }

    abstract JwtParser parser();

    Claims read(String token) {
        return parser().parseSignedClaims(token).getPayload(); // expect: local-decode
    }

    String lazily(Supplier<JwtParser> made, String token) {
        return made.get().parseSignedClaims(token).getPayload().getSubject(); // expect: local-decode
    }

    String picture(Supplier<Codec> codec, String token) {
        return codec.get().decode(token);
    }

    List<String> pictures(String token) {
        for (Codec codec : codecs) {
            codec.verify(token);
        }
        return codecs.stream().map(c -> c.decode(token)).toList();
    }

    abstract Codec codec();

    String decoded(String token) {
        return codec().decode(token);
    }

    interface Codec {
        String decode(String text);

        boolean verify(String text);
    }
}
