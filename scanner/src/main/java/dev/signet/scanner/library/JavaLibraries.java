package dev.signet.scanner.library;

import static dev.signet.scanner.library.Check.doesNothing;
import static dev.signet.scanner.library.Check.isFalse;
import static dev.signet.scanner.library.Check.isLongerThan;
import static dev.signet.scanner.library.Check.isMissing;
import static dev.signet.scanner.library.Check.isNothing;
import static dev.signet.scanner.library.Check.mentions;
import static dev.signet.scanner.library.Where.at;

import java.util.ArrayList;
import java.util.List;

/** Java's libraries; frameworks that bring their own are {@link JavaFrameworks}. */
final class JavaLibraries {

    /** A leeway of more seconds lets expired tokens live on. */
    static final long LEEWAY_MAX = 900;

    static final String LEEWAY = "accepts tokens long after their expiry";

    private JavaLibraries() {}

    static List<Library> all() {
        List<Library> all = new ArrayList<>();
        all.add(jjwt());
        all.add(javaJwt());
        all.add(nimbus());
        all.add(jose4j());
        all.add(fusionAuth());
        all.add(hutool());
        all.add(others());
        all.addAll(JavaFrameworks.all());
        return all;
    }

    /** A parser's build methods give a parser, so the chain's end says what happens. */
    private static Library jjwt() {
        Library library =
                Library.of(
                        "JJWT",
                        "io.jsonwebtoken:jjwt",
                        "io.jsonwebtoken:jjwt-api",
                        "io.jsonwebtoken:jjwt-impl",
                        "io.jsonwebtoken:jjwt-jackson",
                        "io.jsonwebtoken:jjwt-gson",
                        "io.jsonwebtoken:jjwt-orgjson",
                        "io.jsonwebtoken:jjwt-root",
                        "io.jsonwebtoken:jjwt-extensions");
        for (String builder :
                List.of(
                        "io.jsonwebtoken.Jwts",
                        "io.jsonwebtoken.JwtBuilder",
                        "io.jsonwebtoken.impl.DefaultJwtBuilder")) {
            library.signs(builder + ".**.compact").keys(builder + ".**.signWith");
        }
        for (String parser :
                List.of(
                        "io.jsonwebtoken.Jwts",
                        "io.jsonwebtoken.JwtParser",
                        "io.jsonwebtoken.JwtParserBuilder",
                        "io.jsonwebtoken.impl.DefaultJwtParser",
                        "io.jsonwebtoken.impl.DefaultJwtParserBuilder")) {
            jjwtParser(library, parser);
        }
        return library.setsUp("io.jsonwebtoken.Jwts.parser", "io.jsonwebtoken.Jwts.parserBuilder")
                .keys("io.jsonwebtoken.security.Keys.hmacShaKeyFor");
    }

    private static void jjwtParser(Library library, String parser) {
        for (String method :
                List.of(
                        "parse",
                        "parseClaimsJws",
                        "parsePlaintextJws",
                        "parseContentJws",
                        "parseSignedClaims",
                        "parseSignedContent",
                        "parseEncryptedClaims",
                        "parseClaimsJwe")) {
            library.verifies(parser + ".**." + method);
        }
        for (String method :
                List.of(
                        "parseClaimsJwt",
                        "parsePlaintextJwt",
                        "parseContentJwt",
                        "parseUnsecuredClaims",
                        "parseUnsecuredContent")) {
            library.peeks(parser + ".**." + method);
        }
        library.loosens(parser + ".**.unsecured")
                .keys(
                        parser + ".**.setSigningKey",
                        parser + ".**.verifyWith",
                        parser + ".**.decryptWith")
                .loosensIf(
                        parser + ".**.setAllowedClockSkewSeconds",
                        isLongerThan(at(0), LEEWAY_MAX, LEEWAY))
                .loosensIf(
                        parser + ".**.clockSkewSeconds", isLongerThan(at(0), LEEWAY_MAX, LEEWAY));
    }

    private static Library javaJwt() {
        Library library =
                Library.of(
                                "Java JWT",
                                "com.auth0:java-jwt",
                                "com.auth0:auth0-spring-security-api",
                                "com.auth0.android:jwtdecode")
                        .signs("com.auth0.jwt.JWT.create.**.sign", at(0))
                        .signs("com.auth0.jwt.JWTCreator.**.sign", at(0))
                        .signs("com.auth0.jwt.JWTSigner.sign")
                        .peeks(
                                "com.auth0.jwt.JWT.decode",
                                "com.auth0.jwt.JWT.decodeJwt",
                                "com.auth0.android.jwt.JWT")
                        .setsUp("com.auth0.jwt.JWT.require")
                        .weakIf(mentions(at(0), "none", "accepts the algorithm none"))
                        .verifies(
                                "com.auth0.jwt.interfaces.JWTVerifier.verify",
                                "com.auth0.jwt.algorithms.Algorithm.**.verify",
                                "com.auth0.spring.security.api.JwtWebSecurityConfigurer.*",
                                "com.auth0.spring.security.api.JwtAuthenticationProvider")
                        .keys(
                                "com.auth0.jwt.algorithms.Algorithm.HMAC256",
                                "com.auth0.jwt.algorithms.Algorithm.HMAC384",
                                "com.auth0.jwt.algorithms.Algorithm.HMAC512",
                                "com.auth0.jwt.JWTSigner",
                                "com.auth0.jwt.JWTVerifier");
        for (String verification :
                List.of(
                        "com.auth0.jwt.JWT.require",
                        "com.auth0.jwt.JWTVerifier",
                        "com.auth0.jwt.interfaces.Verification")) {
            library.verifies(verification + ".**.verify");
            for (String leeway : List.of("acceptLeeway", "acceptExpiresAt")) {
                library.loosensIf(
                        verification + ".**." + leeway, isLongerThan(at(0), LEEWAY_MAX, LEEWAY));
            }
        }
        return library;
    }

    private static Library nimbus() {
        Library library =
                Library.of(
                        "Nimbus JOSE + JWT",
                        "com.nimbusds:nimbus-jose-jwt",
                        "com.nimbusds:oauth2-oidc-sdk");
        for (String token :
                List.of(
                        "com.nimbusds.jwt.SignedJWT",
                        "com.nimbusds.jwt.JWTParser",
                        "com.nimbusds.jwt.JWT",
                        "com.nimbusds.jose.JWSObject",
                        "com.nimbusds.jose.JWSObjectJSON",
                        "com.nimbusds.jose.JOSEObject")) {
            library.parses(token + ".parse")
                    .signs(token + ".**.sign", at(0))
                    .verifies(token + ".**.verify", at(0));
        }
        for (String processor :
                List.of("DefaultJWTProcessor", "ConfigurableJWTProcessor", "JWTProcessor")) {
            String name = "com.nimbusds.jwt.proc." + processor;
            library.verifies(name + ".process")
                    .loosensIf(
                            name + ".setJWTClaimsSetVerifier",
                            isNothing(at(0), "does not check the claims"),
                            doesNothing(at(0), "none", "does not check the claims"))
                    .setsUp(name + ".setJWSKeySelector");
        }
        return library.verifies("com.nimbusds.jose.proc.DefaultJOSEProcessor.process")
                .verifies("com.nimbusds.jose.proc.DefaultJWSProcessor.process")
                .verifies(
                        "com.nimbusds.jose.JWSVerifier.verify",
                        "com.nimbusds.jose.crypto.MACVerifier.verify",
                        "com.nimbusds.jose.crypto.RSASSAVerifier.verify",
                        "com.nimbusds.jose.crypto.ECDSAVerifier.verify",
                        "com.nimbusds.jose.crypto.Ed25519Verifier.verify",
                        "com.nimbusds.openid.connect.sdk.validators.IDTokenValidator.validate")
                .peeks("com.nimbusds.jwt.PlainJWT.parse", "com.nimbusds.jose.PlainObject.parse")
                .signs("com.nimbusds.jwt.PlainJWT", "com.nimbusds.jose.PlainObject")
                .keys("com.nimbusds.jose.crypto.MACSigner", "com.nimbusds.jose.crypto.MACVerifier");
    }

    private static Library jose4j() {
        Library library = Library.of("jose4j", "org.bitbucket.b_c:jose4j");
        String builder = "org.jose4j.jwt.consumer.JwtConsumerBuilder";
        for (String process : List.of("processToClaims", "process", "processContext")) {
            library.peeks(builder + ".**.setSkipSignatureVerification.**." + process)
                    .verifies(builder + ".**." + process)
                    .verifies("org.jose4j.jwt.consumer.JwtConsumer." + process);
        }
        for (String skip :
                List.of(
                        "setSkipSignatureVerification",
                        "setDisableRequireSignature",
                        "setSkipAllValidators",
                        "setSkipAllDefaultValidators",
                        "setSkipDefaultAudienceValidation",
                        "setSkipVerificationKeyResolutionOnNone",
                        "setRelaxVerificationKeyValidation")) {
            library.loosens(builder + ".**." + skip);
        }
        for (String jws :
                List.of("org.jose4j.jws.JsonWebSignature", "org.jose4j.jwx.JsonWebStructure")) {
            library.signs(jws + ".getCompactSerialization")
                    .verifies(jws + ".verifySignature", jws + ".getPayload")
                    .peeks(jws + ".getUnverifiedPayload", jws + ".getUnverifiedPayloadBytes")
                    .parses(jws + ".fromCompactSerialization")
                    .keys(jws + ".setKey")
                    .loosensIf(
                            jws + ".setDoKeyValidation",
                            isFalse(at(0), "does not check how strong the key is"))
                    .loosensIf(
                            jws + ".setAlgorithmConstraints",
                            mentions(at(0), "NO_CONSTRAINTS", "accepts the algorithm none"));
        }
        return library.setsUp(builder)
                .keys(builder + ".**.setVerificationKey")
                .keys("org.jose4j.keys.HmacKey")
                .loosensIf(
                        builder + ".**.setJwsAlgorithmConstraints",
                        mentions(at(0), "NO_CONSTRAINTS", "accepts the algorithm none"))
                .loosensIf(
                        builder + ".**.setAllowedClockSkewInSeconds",
                        isLongerThan(at(0), LEEWAY_MAX, LEEWAY));
    }

    private static Library fusionAuth() {
        Library library =
                Library.of(
                        "FusionAuth JWT",
                        "io.fusionauth:fusionauth-jwt",
                        "org.primeframework:prime-jwt");
        for (String root : List.of("io.fusionauth.jwt.", "org.primeframework.jwt.")) {
            library.signs(root + "domain.JWT.getEncoder.**.encode", at(1))
                    .signs(root + "JWTEncoder.encode", at(1))
                    .signs(root + "domain.JWT.getEncoder.encode", at(1))
                    .verifies(root + "domain.JWT.getDecoder.**.decode", at(1))
                    .unverifiedIf(isMissing(at(1), "does not verify"))
                    .verifies(root + "JWTDecoder.**.decode", at(1))
                    .unverifiedIf(isMissing(at(1), "does not verify"))
                    .verifies(root + "JWTDecoder.getInstance.**.decode", at(1))
                    .peeks(
                            root + "JWTUtils.decodePayload",
                            root + "JWTUtils.decodeHeader",
                            root + "domain.JWTUtils.decodePayload")
                    .loosensIf(
                            root + "JWTDecoder.**.withClockSkew",
                            isLongerThan(at(0), LEEWAY_MAX, LEEWAY));
            for (String size : List.of("256", "384", "512")) {
                library.keys(root + "hmac.HMACSigner.newSHA" + size + "Signer");
            }
            library.keys(root + "hmac.HMACVerifier.newVerifier");
        }
        return library;
    }

    private static Library hutool() {
        return Library.of("Hutool JWT", "cn.hutool:hutool-jwt", "cn.hutool:hutool-all")
                .signs("cn.hutool.jwt.JWTUtil.createToken", at(1))
                .signs("cn.hutool.jwt.JWT.**.sign", at(0))
                .verifies("cn.hutool.jwt.JWTUtil.verify", at(1))
                .verifies("cn.hutool.jwt.JWT.**.verify", at(0))
                .verifies("cn.hutool.jwt.JWT.**.validate", at(0))
                .verifies("cn.hutool.jwt.JWTValidator.**.validateAlgorithm")
                .parses("cn.hutool.jwt.JWTUtil.parseToken", "cn.hutool.jwt.JWT.of")
                .keys("cn.hutool.jwt.JWT.**.setKey")
                .keys("cn.hutool.jwt.signers.JWTSignerUtil.hs256")
                .signs("cn.dev33.satoken.jwt.SaJwtUtil.createToken")
                .verifies("cn.dev33.satoken.jwt.SaJwtUtil.parseToken")
                .verifies("cn.dev33.satoken.jwt.SaJwtUtil.getPayloads");
    }

    private static Library others() {
        return Library.of(
                        "others",
                        "org.apache.cxf:cxf-rt-rs-security-jose-jaxrs",
                        "org.apache.cxf:cxf-rt-rs-security-jose",
                        "com.okta.jwt:okta-jwt-verifier",
                        "com.okta.jwt:okta-jwt-verifier-impl",
                        "com.auth0:jwks-rsa",
                        "org.jboss.resteasy:jose-jwt",
                        "com.github.toastshaman:dropwizard-auth-jwt",
                        "com.atlassian.jwt:jwt-core",
                        "com.inversoft:prime-jwt",
                        "cn.dev33:sa-token-jwt")
                .signs("org.apache.cxf.rs.security.jose.jws.JwsJwtCompactProducer.signWith", at(0))
                .signs("org.apache.cxf.rs.security.jose.jws.JwsCompactProducer.signWith", at(0))
                .verifies(
                        "org.apache.cxf.rs.security.jose.jws.JwsJwtCompactConsumer.verifySignatureWith",
                        at(0))
                .verifies(
                        "org.apache.cxf.rs.security.jose.jws.JwsCompactConsumer.verifySignatureWith",
                        at(0))
                .parses("org.apache.cxf.rs.security.jose.jws.JwsJwtCompactConsumer")
                .setsUp(
                        "com.okta.jwt.JwtVerifiers.accessTokenVerifierBuilder",
                        "com.okta.jwt.JwtVerifiers.idTokenVerifierBuilder")
                .verifies(
                        "com.okta.jwt.JwtVerifiers.**.decode",
                        "com.okta.jwt.AccessTokenVerifier.decode",
                        "com.okta.jwt.IdTokenVerifier.decode",
                        "com.atlassian.jwt.reader.JwtReader.readAndVerify",
                        "com.github.toastshaman.dropwizard.auth.jwt.JwtAuthFilter.**.buildAuthFilter",
                        "no.nav.security.token.support.spring.api.EnableJwtTokenValidation",
                        "no.nav.security.token.support.core.validation.JwtTokenValidationHandler.getValidatedTokens",
                        "org.springframework.cloud.gcp.security.iap.AudienceValidator")
                .peeks("com.atlassian.jwt.reader.JwtReader.readUnverified")
                .signs("com.atlassian.jwt.writer.JwtWriter.jsonToJwt")
                .signs("com.google.api.client.json.webtoken.JsonWebSignature.signUsingRsaSha256")
                .parses("com.google.api.client.json.webtoken.JsonWebSignature.parse")
                .verifies(
                        "com.google.api.client.json.webtoken.JsonWebSignature.**.verifySignature");
    }
}
