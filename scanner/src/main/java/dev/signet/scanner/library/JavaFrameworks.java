package dev.signet.scanner.library;

import static dev.signet.scanner.library.Check.doesNothing;
import static dev.signet.scanner.library.Check.isFalse;
import static dev.signet.scanner.library.Check.isTrue;
import static dev.signet.scanner.library.Where.at;

import java.util.List;

/** Frameworks of the JVM that handle tokens themselves. */
final class JavaFrameworks {

    private static final String SPRING = "org.springframework.security.";

    private JavaFrameworks() {}

    static List<Library> all() {
        return List.of(
                spring(),
                oldSpring(),
                smallRye(),
                vertx(),
                keycloak(),
                micronaut(),
                helidon(),
                pac4j(),
                ktor());
    }

    private static Library spring() {
        String jwt = SPRING + "oauth2.jwt.";
        Library library =
                Library.of(
                        "Spring Security",
                        "org.springframework.boot:spring-boot-starter-oauth2-resource-server",
                        "org.springframework.boot:spring-boot-starter-security-oauth2-resource-server",
                        "org.springframework.security:spring-security-oauth2-jose",
                        "org.springframework.security:spring-security-oauth2-resource-server");
        for (String decoder : List.of("NimbusJwtDecoder", "NimbusReactiveJwtDecoder")) {
            for (String by :
                    List.of(
                            "withJwkSetUri",
                            "withIssuerLocation",
                            "withJwkSource",
                            "withPublicKey")) {
                library.verifies(jwt + decoder + "." + by);
            }
            library.verifies(jwt + decoder + ".withSecretKey", at(0))
                    .verifies(jwt + decoder)
                    .keys(jwt + decoder + ".**.secretKey")
                    .loosensIf(
                            jwt + decoder + ".**.setJwtValidator",
                            doesNothing(at(0), "success", "does not check the claims"));
        }
        for (String decoder :
                List.of(
                        "JwtDecoder",
                        "ReactiveJwtDecoder",
                        "NimbusJwtDecoder",
                        "NimbusReactiveJwtDecoder",
                        "SupplierJwtDecoder",
                        "JwtDecoders",
                        "ReactiveJwtDecoders")) {
            library.verifies(jwt + decoder + ".**.decode");
        }
        for (String decoders : List.of("JwtDecoders", "ReactiveJwtDecoders")) {
            library.verifies(
                    jwt + decoders + ".fromIssuerLocation",
                    jwt + decoders + ".fromOidcIssuerLocation");
        }
        return springWeb(library)
                .signs(jwt + "JwtEncoder.encode", jwt + "NimbusJwtEncoder.**.encode")
                .keys(jwt + "NimbusJwtEncoder.withSecretKey");
    }

    private static Library springWeb(Library library) {
        String server = SPRING + "oauth2.server.resource.";
        return library.verifies(
                "oauth2ResourceServer.jwt",
                "oauth2ResourceServer.jwt.and",
                SPRING + "config.**.oauth2ResourceServer.jwt",
                SPRING + "config.**.OAuth2ResourceServerConfigurer.jwt",
                SPRING + "config.**.OAuth2ResourceServerSpec.jwt",
                server + "authentication.JwtAuthenticationProvider",
                server + "authentication.JwtReactiveAuthenticationManager",
                server + "authentication.JwtIssuerAuthenticationManagerResolver",
                server + "authentication.JwtIssuerAuthenticationManagerResolver.fromTrustedIssuers",
                server + "authentication.JwtIssuerReactiveAuthenticationManagerResolver");
    }

    private static Library oldSpring() {
        String oauth = SPRING + "oauth2.provider.token.store.";
        return Library.of(
                        "Spring Security OAuth",
                        "org.springframework.security:spring-security-jwt",
                        "org.springframework.security.oauth.boot:spring-security-oauth2-autoconfigure")
                .signs(SPRING + "jwt.JwtHelper.encode", at(1))
                .verifies(SPRING + "jwt.JwtHelper.decodeAndVerify", at(1))
                .verifies(SPRING + "jwt.JwtHelper.decode.verifySignature", at(0))
                .verifies(SPRING + "jwt.Jwt.verifySignature", at(0))
                .parses(SPRING + "jwt.JwtHelper.decode")
                .peeks(SPRING + "jwt.JwtHelper.headers")
                .keys(SPRING + "jwt.crypto.sign.MacSigner")
                .signs(oauth + "JwtAccessTokenConverter.setSigningKey", at(0))
                .signs(oauth + "JwtAccessTokenConverter.setKeyPair")
                .verifies(
                        oauth + "JwtAccessTokenConverter.setVerifierKey",
                        oauth + "JwtTokenStore",
                        oauth + "jwk.JwkTokenStore");
    }

    private static Library smallRye() {
        Library library =
                Library.of(
                        "SmallRye JWT",
                        "io.quarkus:quarkus-smallrye-jwt",
                        "io.quarkus:quarkus-smallrye-jwt-build",
                        "io.smallrye:smallrye-jwt",
                        "io.smallrye:smallrye-jwt-build",
                        "io.quarkus:quarkus-oidc",
                        "org.eclipse.microprofile.jwt:microprofile-jwt-auth-api");
        for (String builder :
                List.of(
                        "io.smallrye.jwt.build.Jwt",
                        "io.smallrye.jwt.build.JwtClaimsBuilder",
                        "io.smallrye.jwt.build.JwtSignatureBuilder")) {
            library.signs(builder + ".**.sign")
                    .signs(builder + ".**.signWithSecret", at(0))
                    .signs(builder + ".**.innerSign", builder + ".**.innerSignWithSecret");
        }
        for (String parser : List.of("JWTParser", "DefaultJWTParser")) {
            String name = "io.smallrye.jwt.auth.principal." + parser;
            library.verifies(name + ".parse").verifies(name + ".verify", at(1));
        }
        return library.verifies(
                "io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory.**.parse",
                "org.eclipse.microprofile.auth.LoginConfig");
    }

    private static Library vertx() {
        Library library =
                Library.of(
                        "Vert.x JWT",
                        "io.vertx:vertx-auth-jwt",
                        "io.vertx:vertx-jwt",
                        "io.vertx:vertx-rx-java2");
        for (String root :
                List.of(
                        "io.vertx.",
                        "io.vertx.rxjava3.",
                        "io.vertx.reactivex.",
                        "io.vertx.mutiny.")) {
            library.setsUp(root + "ext.auth.jwt.JWTAuth.create")
                    .signs(root + "ext.auth.jwt.JWTAuth.**.generateToken")
                    .verifies(
                            root + "ext.auth.jwt.JWTAuth.**.authenticate",
                            root + "ext.auth.jwt.JWTAuth.**.rxAuthenticate",
                            root + "ext.auth.jwt.JWTAuth.**.authenticateAndAwait",
                            root + "ext.web.handler.JWTAuthHandler.create");
        }
        return library.peeks("io.vertx.ext.jwt.JWT.parse")
                .peeks("io.vertx.ext.auth.impl.jose.JWT.parse")
                .signs("io.vertx.ext.jwt.JWT.**.sign", "io.vertx.ext.auth.impl.jose.JWT.**.sign")
                .verifies(
                        "io.vertx.ext.jwt.JWT.**.decode",
                        "io.vertx.ext.auth.impl.jose.JWT.**.decode")
                .keys("io.vertx.ext.auth.PubSecKeyOptions.**.setBuffer")
                .keys("io.vertx.ext.auth.PubSecKeyOptions.**.setSecretKey")
                .loosensIf(
                        "io.vertx.ext.auth.JWTOptions.**.setIgnoreExpiration",
                        isTrue(at(0), "does not check the expiry"))
                .loosensIf(
                        "io.vertx.ext.jwt.JWTOptions.**.setIgnoreExpiration",
                        isTrue(at(0), "does not check the expiry"))
                .loosensIf(
                        "io.vertx.ext.auth.JWTOptions.**.setLeeway",
                        Check.isLongerThan(at(0), JavaLibraries.LEEWAY_MAX, JavaLibraries.LEEWAY));
    }

    private static Library keycloak() {
        Library library =
                Library.of(
                        "Keycloak adapters",
                        "org.keycloak:keycloak-core",
                        "org.keycloak:keycloak-adapter-core",
                        "org.keycloak:keycloak-spring-boot-starter",
                        "org.keycloak:keycloak-spring-security-adapter");
        for (String verifier :
                List.of("org.keycloak.TokenVerifier", "org.keycloak.RSATokenVerifier")) {
            library.verifies(verifier + ".**.verify", verifier + ".verifyToken")
                    .verifies(verifier + ".**.verifySignature")
                    .parses(verifier + ".create");
            for (String check : List.of("checkActive", "checkRealmUrl", "checkTokenType")) {
                library.loosensIf(verifier + ".**." + check, isFalse(at(0), "leaves out " + check));
            }
        }
        return library.verifies(
                        "org.keycloak.adapters.rotation.AdapterTokenVerifier.verifyToken",
                        "org.keycloak.jose.jws.crypto.RSAProvider.verify",
                        "org.keycloak.jose.jws.crypto.HMACProvider.verify")
                .parses("org.keycloak.jose.jws.JWSInput")
                .signs("org.keycloak.jose.jws.JWSBuilder.**.hmac256", at(0))
                .signs(
                        "org.keycloak.jose.jws.JWSBuilder.**.rsa256",
                        "org.keycloak.jose.jws.JWSBuilder.**.rsa512",
                        "org.keycloak.jose.jws.JWSBuilder.**.sign");
    }

    private static Library micronaut() {
        String token = "io.micronaut.security.token.";
        return Library.of(
                        "Micronaut Security JWT",
                        "io.micronaut.security:micronaut-security-jwt",
                        "io.micronaut:micronaut-security-jwt")
                .signs(
                        token + "generator.TokenGenerator.generateToken",
                        token + "jwt.generator.JwtTokenGenerator.generateToken",
                        token + "generator.AccessRefreshTokenGenerator.generate",
                        token + "jwt.generator.AccessRefreshTokenGenerator.generate")
                .verifies(
                        token + "validator.TokenValidator.validateToken",
                        token + "jwt.validator.JwtTokenValidator.validateToken",
                        token + "jwt.validator.JwtValidator.**.validate",
                        token + "jwt.validator.JsonWebTokenValidator.validate",
                        token + "jwt.validator.ReactiveJsonWebTokenValidator.validate")
                .parses(
                        token + "jwt.validator.JsonWebTokenParser.parse",
                        token + "jwt.validator.JsonWebTokenParser.parseClaims");
    }

    private static Library helidon() {
        String jwt = "io.helidon.security.jwt.";
        return Library.of(
                        "Helidon JWT",
                        "io.helidon.security:helidon-security-jwt",
                        "io.helidon.security.providers:helidon-security-providers-jwt",
                        "io.helidon.microprofile.jwt:helidon-microprofile-jwt-auth")
                .signs(jwt + "SignedJwt.sign", at(1))
                .verifies(
                        jwt + "SignedJwt.**.verifySignature",
                        jwt + "SignedJwt.**.validate",
                        "io.helidon.security.providers.jwt.JwtProvider.create",
                        "io.helidon.security.providers.jwt.JwtProvider.builder",
                        "io.helidon.microprofile.jwt.auth.JwtAuthProvider.create",
                        "io.helidon.microprofile.jwt.auth.JwtAuthProvider.builder")
                .parses(jwt + "SignedJwt.parseToken");
    }

    private static Library pac4j() {
        return Library.of("pac4j JWT", "org.pac4j:pac4j-jwt")
                .signs("org.pac4j.jwt.profile.JwtGenerator.generate")
                .verifies("org.pac4j.jwt.credentials.authenticator.JwtAuthenticator.validateToken")
                .verifies("org.pac4j.jwt.credentials.authenticator.JwtAuthenticator.validate")
                .verifies(
                        "org.pac4j.jwt.credentials.authenticator.JwtAuthenticator.validateTokenAndGetClaims")
                .setsUp("org.pac4j.jwt.credentials.authenticator.JwtAuthenticator")
                .keys("org.pac4j.jwt.config.signature.SecretSignatureConfiguration");
    }

    private static Library ktor() {
        return Library.of(
                        "Ktor JWT",
                        "io.ktor:ktor-server-auth-jwt",
                        "io.ktor:ktor-server-auth-jwt-jvm",
                        "io.ktor:ktor-auth-jwt")
                .verifies("io.ktor.server.auth.jwt.jwt", "io.ktor.auth.jwt.jwt")
                .verifies("io.ktor.server.auth.jwt.JWTAuthenticationProvider")
                .verifies(
                        "io.ktor.server.auth.jwt.JWTAuthenticationProvider.Config.verifier",
                        "io.ktor.auth.jwt.JWTAuthenticationProvider.Configuration.verifier");
    }
}
