package com.acme.catalog.config;

import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.oauth2.server.resource.introspection.SpringOpaqueTokenIntrospector;
import org.springframework.security.web.SecurityFilterChain;

public class OpaqueConfig {

    private final OpaqueTokenIntrospector introspector;

    public OpaqueConfig(OpaqueTokenIntrospector introspector) {
        this.introspector = introspector;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        http.oauth2ResourceServer(o -> o.opaqueToken(t -> t.introspector(introspector)));
        return http.build();
    }

    boolean validateToken(String token) {
        return introspector.introspect(token).getAttribute("active");
    }

    static OpaqueTokenIntrospector create(String uri, String id, String clientSecret) {
        return new SpringOpaqueTokenIntrospector(uri, id, clientSecret);
    }
}
