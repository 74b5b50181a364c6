package dev.signet.scanner.library;

import static dev.signet.scanner.library.Check.allowsNone;
import static dev.signet.scanner.library.Check.isTrue;
import static dev.signet.scanner.library.JavaScriptChecks.hasNoKey;
import static dev.signet.scanner.library.JavaScriptChecks.isAbsurd;
import static dev.signet.scanner.library.JavaScriptChecks.loosens;
import static dev.signet.scanner.library.Where.at;

import java.util.List;
import java.util.stream.Stream;

/** The libraries of JavaScript and TypeScript; those of web frameworks are elsewhere. */
final class JavaScriptLibraries {

    private static final String EXPORT = "export";

    private JavaScriptLibraries() {}

    static List<Library> all() {
        return Stream.concat(
                        Stream.of(
                                jsonwebtoken(),
                                jose(),
                                joseByFile(),
                                joseBeforeThree(),
                                jwtDecode(),
                                fastJwt(),
                                jws(),
                                njwt(),
                                jwtSimple(),
                                jsrsasign(),
                                nodeJose(),
                                cloudflare(),
                                deno(),
                                browser(),
                                identityProviders(),
                                others()),
                        JavaScriptFrameworks.all().stream())
                .toList();
    }

    /** Verifying takes (token, key, options, callback); the native port has the same functions. */
    private static Library jsonwebtoken() {
        Library library =
                Library.of(
                        "jsonwebtoken",
                        "jsonwebtoken",
                        "jsonwebtoken-esm",
                        "jsonwebtoken-promisified",
                        "jwt-promisify",
                        "@node-rs/jsonwebtoken");
        for (String module :
                List.of(
                        "jsonwebtoken",
                        "jsonwebtoken-esm",
                        "jsonwebtoken-promisified",
                        "jwt-promisify",
                        "@node-rs/jsonwebtoken")) {
            library.verifies(module, module + "." + EXPORT).peeks(module + ".decode");
            for (String sign : List.of("sign", "signSync", "signAsync")) {
                library.signs(module + "." + sign, at(1));
            }
            for (String verify : List.of("verify", "verifySync", "verifyAsync")) {
                library.verifies(module + "." + verify, at(1)).weakIf(verification());
            }
        }
        return library.signs("jsonwebtoken/sign", at(1))
                .verifies("jsonwebtoken/verify", at(1))
                .weakIf(verification())
                .peeks("jsonwebtoken/decode");
    }

    private static Check[] verification() {
        return Stream.concat(Stream.of(hasNoKey(at(1))), Stream.of(loosens(at(2))))
                .toArray(Check[]::new);
    }

    private static Library jose() {
        Library library =
                Library.of(
                                "jose",
                                "jose",
                                "jose-node-cjs-runtime",
                                "jose-node-esm-runtime",
                                "jose-browser-runtime")
                        .verifies("jose", "jose." + EXPORT)
                        .peeks(
                                "jose.decodeJwt",
                                "jose.decodeProtectedHeader",
                                "jose.util.decodeProtectedHeader")
                        .signs("jose.UnsecuredJWT.**.encode")
                        .verifies("jose.UnsecuredJWT.decode")
                        .unverifiedIf(new Check(_ -> true, "accepts tokens without a signature"));
        for (String verify :
                List.of("jwtVerify", "compactVerify", "flattenedVerify", "generalVerify")) {
            library.verifies("jose." + verify, at(1)).weakIf(loosens(at(2)));
        }
        for (String sign : List.of("SignJWT", "CompactSign", "FlattenedSign", "GeneralSign")) {
            library.signs("jose." + sign + ".**.sign", at(0));
        }
        return library;
    }

    /** Version 3 had a module for each function, with the function as its default. */
    private static Library joseByFile() {
        Library library = Library.of("jose 3");
        for (String verify :
                List.of(
                        "jose/jwt/verify",
                        "jose/jws/compact/verify",
                        "jose/jws/flattened/verify",
                        "jose/jws/general/verify")) {
            library.verifies(verify, at(1)).weakIf(loosens(at(2)));
            library.verifies(verify + ".*", at(1)).weakIf(loosens(at(2)));
        }
        return library.signs("jose/jwt/sign.**.sign", at(0))
                .signs("jose/jws/compact/sign.**.sign", at(0))
                .signs("jose/jws/flattened/sign.**.sign", at(0))
                .peeks(
                        "jose/jwt/unsecured.**.decode",
                        "jose/util/decode_protected_header",
                        "jose/util/decode_protected_header.*",
                        "jose/decode/protected_header",
                        "jose/decode/protected_header.*",
                        "jose/jwt/decode",
                        "jose/jwt/decode.*");
    }

    private static Library joseBeforeThree() {
        return Library.of("jose 2")
                .signs("jose.JWT.sign", at(1))
                .signs("jose.JWS.sign", at(1))
                .verifies("jose.JWT.verify", at(1))
                .weakIf(
                        Stream.concat(
                                        Stream.of(loosens(at(2))),
                                        Stream.of(
                                                isTrue(
                                                        at(2).key("ignoreExp"),
                                                        "ignores the expiry"),
                                                isTrue(at(2).key("ignoreNbf"), "ignores the start"),
                                                isTrue(at(2).key("ignoreIat"), "ignores the age")))
                                .toArray(Check[]::new))
                .verifies("jose.JWS.verify", at(1))
                .weakIf(loosens(at(2)))
                .verifies("jose.JWT.IdToken.verify", "jose.JWT.AccessToken.verify")
                .peeks("jose.JWT.decode");
    }

    private static Library jwtDecode() {
        return Library.of("jwt-decode", "jwt-decode", "jwt-js-decode", "vue-jwt-decode")
                .peeks(
                        "jwt-decode",
                        "jwt-decode.jwtDecode",
                        "jwt-decode.jwt_decode",
                        "jwt-decode." + EXPORT,
                        "jwt-js-decode.jwtDecode",
                        "jwt-js-decode.decode",
                        "vue-jwt-decode.decode")
                .signs("jwt-js-decode.jwtSign", at(1))
                .verifies("jwt-js-decode.jwtVerify", at(1));
    }

    /** What is created is called with each token; tolerance is in milliseconds. */
    private static Library fastJwt() {
        return Library.of("fast-jwt", "fast-jwt")
                .verifies("fast-jwt", "fast-jwt." + EXPORT, "fast-jwt.createVerifier.call")
                .signs("fast-jwt.createSigner", at(0).key("key"))
                .signs("fast-jwt.createSigner.call")
                .verifies("fast-jwt.createVerifier", at(0).key("key"))
                .weakIf(
                        hasNoKey(at(0).key("key")),
                        allowsNone(at(0).key("algorithms")),
                        isTrue(at(0).key("ignoreExpiration"), "ignores the expiry"),
                        isTrue(at(0).key("ignoreNotBefore"), "ignores when it begins"),
                        isAbsurd(at(0).key("clockTolerance"), 600_000))
                .peeks("fast-jwt.createDecoder", "fast-jwt.createDecoder.call");
    }

    private static Library jws() {
        return Library.of("jws", "jws")
                .signs("jws.sign", at(0).key("secret"))
                .signs("jws.createSign", at(0).key("secret"))
                .verifies("jws", "jws." + EXPORT)
                .verifies("jws.verify", at(2))
                .weakIf(allowsNone(at(1)), hasNoKey(at(2)))
                .verifies("jws.createVerify", at(0).key("secret"))
                .peeks("jws.decode");
    }

    private static Library njwt() {
        return Library.of("nJwt", "njwt")
                .verifies("njwt", "njwt." + EXPORT)
                .signs("njwt.create", at(1))
                .signs("njwt.Jwt.**.compact")
                .verifies("njwt.verify", at(1))
                .weakIf(allowsNone(at(2)), hasNoKey(at(1)))
                .verifies("njwt.createVerifier", "njwt.Verifier.**.verify")
                .verifies("njwt.createVerifier.**.verify")
                .peeks("njwt.Parser.**.parse");
    }

    private static Library jwtSimple() {
        return Library.of("jwt-simple", "jwt-simple")
                .verifies("jwt-simple", "jwt-simple." + EXPORT)
                .signs("jwt-simple.encode", at(1))
                .verifies("jwt-simple.decode", at(1))
                .unverifiedIf(isTrue(at(2), "does not verify"))
                .weakIf(allowsNone(at(3)));
    }

    private static Library jsrsasign() {
        Library library =
                Library.of("jsrsasign", "jsrsasign", "jsrsasign-reduced", "jsjws", "kjur")
                        .verifies("jsrsasign." + EXPORT);
        for (String root : List.of("jsrsasign.KJUR", "jsrsasign", "jsrsasign.**.KJUR", "?")) {
            library.signs(root + ".jws.JWS.sign", at(3))
                    .verifies(root + ".jws.JWS.verify", at(1))
                    .weakIf(allowsNone(at(2)))
                    .verifies(root + ".jws.JWS.verifyJWT", at(1))
                    .weakIf(allowsNone(at(2).key("alg")), isAbsurd(at(2).key("gracePeriod"), 600))
                    .peeks(root + ".jws.JWS.parse", root + ".jws.JWS.parseJWS");
        }
        return library;
    }

    private static Library nodeJose() {
        return Library.of("node-jose", "node-jose")
                .signs("node-jose.JWS.createSign")
                .verifies("node-jose.JWS.createVerify", "node-jose." + EXPORT);
    }

    private static Library cloudflare() {
        return Library.of(
                        "cloudflare-worker-jwt",
                        "@tsndr/cloudflare-worker-jwt",
                        "cloudflare-worker-jwt")
                .verifies("@tsndr/cloudflare-worker-jwt")
                .signs("@tsndr/cloudflare-worker-jwt.sign", at(1))
                .verifies("@tsndr/cloudflare-worker-jwt.verify", at(1))
                .weakIf(
                        allowsNone(at(2).key("algorithm")),
                        isAbsurd(at(2).key("clockTolerance"), 600))
                .peeks("@tsndr/cloudflare-worker-jwt.decode")
                .signs("cloudflare-worker-jwt.sign", at(1))
                .verifies("cloudflare-worker-jwt.verify", at(1))
                .peeks("cloudflare-worker-jwt.decode");
    }

    private static Library deno() {
        Library library = Library.of("djwt", "djwt", "@zaubrik/djwt");
        for (String module : List.of("djwt", "@zaubrik/djwt")) {
            library.signs(module + ".create", at(2))
                    .verifies(module + ".verify", at(1))
                    .weakIf(
                            isTrue(at(2).key("ignoreExp"), "ignores the expiry"),
                            isTrue(at(2).key("ignoreNbf"), "ignores when it begins"))
                    .peeks(module + ".decode");
        }
        return library;
    }

    private static Library browser() {
        return Library.of(
                        "claims in browsers",
                        "react-jwt",
                        "@auth0/angular-jwt",
                        "angular2-jwt",
                        "angular-jwt",
                        "jwt-check-expiration",
                        "jwt-encode")
                .peeks(
                        "react-jwt.decodeToken",
                        "react-jwt.isExpired",
                        "react-jwt.useJwt",
                        "@auth0/angular-jwt.JwtHelperService.decodeToken",
                        "@auth0/angular-jwt.JwtHelperService.isTokenExpired",
                        "@auth0/angular-jwt.JwtHelperService.getTokenExpirationDate",
                        "angular2-jwt.JwtHelper.decodeToken",
                        "angular2-jwt.JwtHelper.isTokenExpired",
                        "angular2-jwt.tokenNotExpired",
                        "jwt-check-expiration.isJwtExpired")
                .signs("jwt-encode", at(1));
    }

    /** These verify on the spot; those that ask Google or Firebase's own library are left out. */
    private static Library identityProviders() {
        Library library =
                Library.of(
                        "verifiers of identity providers",
                        "aws-jwt-verify",
                        "@okta/jwt-verifier",
                        "express-oauth2-jwt-bearer",
                        "azure-ad-jwt",
                        "azure-ad-verify-token",
                        "cognito-express",
                        "@serverless-jwt/jwt-verifier");
        for (String type : List.of("CognitoJwtVerifier", "JwtRsaVerifier", "JwtVerifier")) {
            library.verifies(
                    "aws-jwt-verify." + type + ".create",
                    "aws-jwt-verify." + type + ".create.verify",
                    "aws-jwt-verify." + type + ".create.verifySync");
        }
        return library.verifies(
                        "@okta/jwt-verifier",
                        "@okta/jwt-verifier.verifyAccessToken",
                        "@okta/jwt-verifier.verifyIdToken",
                        "express-oauth2-jwt-bearer.auth",
                        "azure-ad-jwt.verify",
                        "azure-ad-verify-token.verify",
                        "cognito-express.validate")
                .peeks("aws-jwt-verify/jwt.decomposeUnverifiedJwt");
    }

    private static Library others() {
        return Library.of(
                        "others",
                        "json-web-token",
                        "did-jwt",
                        "oslo",
                        "@oslojs/jwt",
                        "jsontokens",
                        "webcrypto-jwt",
                        "jose-jwe-jws",
                        "jsonwebtoken-refresh",
                        "jwt-then",
                        "jwt-async")
                .signs("json-web-token.encode", at(0))
                .verifies("json-web-token.decode", at(0))
                .signs("did-jwt.createJWT")
                .verifies("did-jwt.verifyJWT")
                .peeks("did-jwt.decodeJWT", "@oslojs/jwt.decodeJWT", "oslo/jwt.parseJWT")
                .signs("oslo/jwt.createJWT", at(1))
                .verifies("oslo/jwt.validateJWT", at(1))
                .signs("@oslojs/jwt.encodeJWT")
                .peeks("@oslojs/jwt.parseJWT", "jsontokens.decodeToken")
                .signs("jsontokens.TokenSigner.sign")
                .verifies("jsontokens.TokenVerifier.verify")
                .signs("jwt-then.sign", at(1))
                .verifies("jwt-then.verify", at(1))
                .weakIf(loosens(at(2)))
                .peeks("jwt-then.decode");
    }
}
