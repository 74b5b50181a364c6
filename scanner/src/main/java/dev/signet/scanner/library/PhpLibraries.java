package dev.signet.scanner.library;

import static dev.signet.scanner.library.Check.allowsNone;
import static dev.signet.scanner.library.Check.isFalse;
import static dev.signet.scanner.library.Check.isLongerThan;
import static dev.signet.scanner.library.Check.isMissing;
import static dev.signet.scanner.library.Check.isNothing;
import static dev.signet.scanner.library.Check.isTrue;
import static dev.signet.scanner.library.Check.mentions;
import static dev.signet.scanner.library.Where.at;

import java.util.List;

/** PHP's libraries. */
final class PhpLibraries {

    private static final Where FIRST = at(0);

    private static final List<String> LARAVEL_SIGNS =
            List.of(
                    "attempt",
                    "fromUser",
                    "fromSubject",
                    "refresh",
                    "tokenById",
                    "login",
                    "encode");

    private static final List<String> LARAVEL_VERIFIES =
            List.of(
                    "authenticate",
                    "toUser",
                    "getPayload",
                    "payload",
                    "getClaim",
                    "check",
                    "checkOrFail",
                    "decode");

    private PhpLibraries() {}

    static List<Library> all() {
        return List.of(
                firebase(),
                lcobucci(),
                laravel(),
                webToken(),
                symfony(),
                namshi(),
                reallySimple(),
                others());
    }

    /** Before 6.0 decoding took the algorithms last; copies without a namespace are common. */
    private static Library firebase() {
        Library library = Library.of("php-jwt", "firebase/php-jwt");
        for (String jwt : List.of("Firebase.JWT.JWT", "JWT", "Firebase.PHP.JWT")) {
            library.signs(jwt + ".encode", at(1, "key"))
                    .weakIf(mentions(at(2, "alg"), "none", "signs with none"))
                    .signs(jwt + ".sign", at(1, "key"))
                    .verifies(jwt + ".decode", at(1, "keyOrKeyArray"))
                    .unverifiedIf(
                            isFalse(at(2, "verify"), "does not verify"),
                            isNothing(at(1), "has no key"))
                    .weakIf(allowsNone(at(2, "allowed_algs")))
                    .verifies(jwt + ".verify", at(2, "keyMaterial"))
                    .loosensIf(
                            jwt + ".leeway", isLongerThan(FIRST, 3_599, "takes long expired ones"));
        }
        return library.takesKey("Firebase.JWT.Key", at(0, "keyMaterial"));
    }

    /** Parsing does not verify; that is done by constraints, before 4.0 by the token itself. */
    private static Library lcobucci() {
        String jwt = "Lcobucci.JWT.";
        Library library =
                Library.of("lcobucci/jwt", "lcobucci/jwt", "bizley/jwt", "sizeg/yii2-jwt")
                        .signs(
                                jwt + "Token.Builder.**.getToken",
                                jwt + "Configuration.**.getToken",
                                jwt + "JwtFacade.issue",
                                "Yii.app.jwt.**.getToken")
                        .signs(jwt + "Builder.**.sign", at(1, "key"))
                        .signs(jwt + "Builder.**.getToken")
                        .notIf(isMissing(FIRST, "was signed before"))
                        .takesKey(jwt + "Builder.**.getToken", at(1, "key"))
                        .verifies(
                                jwt + "Configuration.**.validator.validate",
                                jwt + "Configuration.**.validator.assert",
                                jwt + "Validator.validate",
                                jwt + "Validator.assert",
                                jwt + "Validation.Validator.validate",
                                jwt + "Validation.Validator.assert",
                                jwt + "JwtFacade.parse",
                                "Yii.app.jwt.loadToken",
                                "Yii.app.jwt.verifyToken",
                                "Yii.app.jwt.**.validate",
                                "Yii.app.jwt.**.assert");
        for (String parser :
                List.of(
                        jwt + "Parser.parse",
                        jwt + "Token.Parser.parse",
                        jwt + "Configuration.**.parser.parse",
                        "Yii.app.jwt.getParser.parse",
                        "Yii.app.jwt.parse")) {
            library.peeks(parser).unless(Use.VERIFY).verifies(parser + ".verify", at(1, "key"));
        }
        for (String token : List.of("Token", "Token.Plain", "UnencryptedToken", "Plain")) {
            library.verifies(jwt + token + ".verify", at(1, "key"));
        }
        for (String configured : List.of("forSymmetricSigner", "forAsymmetricSigner")) {
            library.takesKey(jwt + "Configuration." + configured, at(1));
        }
        for (String key :
                List.of("InMemory.plainText", "InMemory.base64Encoded", "Key", "Key.InMemory")) {
            library.takesKey(jwt + "Signer.Key." + key, FIRST)
                    .takesKey(jwt + "Signer." + key, FIRST);
        }
        return library.loosens(jwt + "Configuration.forUnsecuredSigner", jwt + "Signer.None");
    }

    /** The guard's attempt is that of sessions, too, so that only what it alone has is listed. */
    private static Library laravel() {
        Library library =
                Library.of(
                        "jwt-auth",
                        "tymon/jwt-auth",
                        "php-open-source-saver/jwt-auth",
                        "thans/tp-jwt-auth",
                        "phper666/jwt-auth");
        for (String root :
                List.of(
                        "JWTAuth",
                        "Tymon.JWTAuth.Facades.JWTAuth",
                        "Tymon.JWTAuth.JWTAuth",
                        "Tymon.JWTAuth.JWT",
                        "Tymon.JWTAuth.JWTGuard",
                        "Tymon.JWTAuth.Facades.JWTProvider",
                        "Tymon.JWTAuth.Manager",
                        "PHPOpenSourceSaver.JWTAuth.Facades.JWTAuth",
                        "PHPOpenSourceSaver.JWTAuth.JWTAuth",
                        "PHPOpenSourceSaver.JWTAuth.JWT",
                        "PHPOpenSourceSaver.JWTAuth.JWTGuard",
                        "PHPOpenSourceSaver.JWTAuth.Facades.JWTProvider",
                        "PHPOpenSourceSaver.JWTAuth.Manager")) {
            LARAVEL_SIGNS.forEach(sign -> library.signs(root + ".**." + sign));
            LARAVEL_VERIFIES.forEach(verify -> library.verifies(root + ".**." + verify));
        }
        for (String middleware :
                List.of("Authenticate", "AuthenticateAndRenew", "Check", "RefreshToken")) {
            for (String root : List.of("Tymon.", "PHPOpenSourceSaver.")) {
                library.verifies(root + "JWTAuth.Http.Middleware." + middleware + ".class");
            }
        }
        library.verifies("Tymon.JWTAuth.Middleware.GetUserFromToken.class")
                .verifies("Tymon.JWTAuth.Middleware.RefreshToken.class");
        String auth = "Illuminate.Support.Facades.Auth.";
        return library.signs(
                        "auth.refresh",
                        "auth.guard.refresh",
                        "auth.tokenById",
                        "auth.setTTL.attempt",
                        "auth.claims.attempt",
                        auth + "refresh",
                        auth + "guard.refresh",
                        auth + "guard.tokenById",
                        auth + "guard.setTTL.attempt")
                .verifies("thans.jwt.facade.JWTAuth.auth", "Phper666.JWTAuth.JWT.checkToken")
                .signs("thans.jwt.facade.JWTAuth.builder", "Phper666.JWTAuth.JWT.getToken");
    }

    private static Library webToken() {
        String signature = "Jose.Component.Signature.";
        Library library =
                Library.of(
                                "JWT Framework",
                                "web-token/jwt-framework",
                                "web-token/jwt-library",
                                "web-token/jwt-signature",
                                "web-token/jwt-bundle",
                                "web-token/jwt-easy",
                                "spomky-labs/jose")
                        .signs(
                                signature + "JWSBuilder.**.build",
                                signature + "JWSBuilderFactory.**.build",
                                "Jose.Easy.Build.**.sign",
                                "Jose.Factory.JWSFactory.createJWSToCompactJSON")
                        .verifies(
                                signature + "JWSVerifier.verifyWithKey",
                                signature + "JWSVerifier.verifyWithKeySet",
                                signature + "JWSVerifierFactory.**.verifyWithKey",
                                signature + "JWSLoader.loadAndVerifyWithKey",
                                signature + "JWSLoader.loadAndVerifyWithKeySet",
                                signature + "JWSLoaderFactory.**.loadAndVerifyWithKey",
                                signature + "JWSLoaderFactory.**.loadAndVerifyWithKeySet",
                                "Jose.Easy.Load.**.run",
                                "Jose.Loader.loadAndVerifySignatureUsingKey",
                                "Jose.Loader.loadAndVerifySignatureUsingKeySet")
                        .takesKey("Jose.Component.KeyManagement.JWKFactory.createFromSecret", FIRST)
                        .takesKey("Jose.Component.Core.JWK", FIRST.key("k"));
        for (String serializer :
                List.of(
                        "Serializer.CompactSerializer.unserialize",
                        "Serializer.JSONFlattenedSerializer.unserialize",
                        "Serializer.JWSSerializerManager.unserialize",
                        "Serializer.JWSSerializer.unserialize")) {
            library.peeks(signature + serializer).unless(Use.VERIFY);
        }
        return library.peeks("Jose.Loader.load").unless(Use.VERIFY);
    }

    private static Library symfony() {
        String bundle = "Lexik.Bundle.JWTAuthenticationBundle.";
        Library library =
                Library.of("LexikJWTAuthenticationBundle", "lexik/jwt-authentication-bundle");
        for (String manager : List.of("Services.JWTTokenManagerInterface", "Services.JWTManager")) {
            library.signs(bundle + manager + ".create", bundle + manager + ".createFromPayload")
                    .verifies(bundle + manager + ".decode", bundle + manager + ".parse");
        }
        for (String encoder : List.of("JWTEncoderInterface", "LcobucciJWTEncoder")) {
            library.signs(bundle + "Encoder." + encoder + ".encode")
                    .verifies(bundle + "Encoder." + encoder + ".decode");
        }
        return library.signs(bundle + "Services.JWSProvider.JWSProviderInterface.create")
                .verifies(bundle + "Services.JWSProvider.JWSProviderInterface.load")
                .verifies("Tuupola.Middleware.JwtAuthentication", FIRST.key("secret"))
                .verifies("Slim.Middleware.JwtAuthentication", FIRST.key("secret"))
                .verifies("JimTools.JwtAuth.Middleware.JwtAuthentication");
    }

    private static Library namshi() {
        Library library = Library.of("namshi/jose", "namshi/jose");
        for (String jws : List.of("Namshi.JOSE.SimpleJWS", "Namshi.JOSE.JWS")) {
            library.signs(jws + ".sign", at(0, "key"))
                    .peeks(jws + ".load")
                    .unless(Use.VERIFY)
                    .loosensIf(jws + ".load", isTrue(at(1, "allowUnsecure"), "takes none"))
                    .verifies(jws + ".load.isValid", at(0, "key"))
                    .verifies(jws + ".load.verify", at(0, "key"));
        }
        return library;
    }

    private static Library reallySimple() {
        String token = "ReallySimpleJWT.Token.";
        return Library.of("ReallySimpleJWT", "rbdwllr/reallysimplejwt")
                .signs(token + "create", at(1, "secret"))
                .signs(token + "customPayload", at(1, "secret"))
                .signs(token + "builder.**.build", "ReallySimpleJWT.Build.**.build")
                .takesKey(token + "builder", FIRST)
                .verifies(token + "validate", at(1, "secret"))
                .verifies("ReallySimpleJWT.Parse.**.validate", "ReallySimpleJWT.Validate.signature")
                .peeks(
                        token + "getPayload",
                        token + "getHeader",
                        token + "parser.parse",
                        token + "validateExpiration");
    }

    private static Library others() {
        Library library =
                Library.of(
                                "others",
                                "adhocore/jwt",
                                "miladrahimi/php-jwt",
                                "emarref/jwt",
                                "gamegos/jws",
                                "tinywan/jwt",
                                "daycry/jwt",
                                "tuupola/slim-jwt-auth",
                                "jimtools/jwt-auth",
                                "codeigniter4/shield",
                                "auth0/auth0-php")
                        .takesKey("Ahc.Jwt.JWT", FIRST)
                        .signs("Ahc.Jwt.JWT.encode")
                        .verifies("Ahc.Jwt.JWT.decode")
                        .unverifiedIf(isFalse(at(1, "verify"), "does not verify"))
                        .signs("MiladRahimi.Jwt.Generator.generate")
                        .verifies(
                                "MiladRahimi.Jwt.Parser.parse",
                                "MiladRahimi.Jwt.Parser.verify",
                                "MiladRahimi.Jwt.Parser.validate")
                        .signs("Emarref.Jwt.Jwt.serialize", "Gamegos.JWS.JWS.encode")
                        .peeks("Emarref.Jwt.Jwt.deserialize")
                        .unless(Use.VERIFY)
                        .verifies("Emarref.Jwt.Jwt.verify", "Gamegos.JWS.JWS.verify")
                        .peeks("Gamegos.JWS.JWS.decode")
                        .signs("Daycry.JWT.JWT.encode")
                        .verifies("Daycry.JWT.JWT.decode");
        String shield = "CodeIgniter.Shield.Authentication.JWTManager.";
        return library.signs(
                        shield + "generateToken",
                        shield + "issue",
                        "Tinywan.Jwt.JwtToken.generateToken",
                        "Tinywan.Jwt.JwtToken.refreshToken")
                .verifies(shield + "parse", "Tinywan.Jwt.JwtToken.verify")
                .verifies("Auth0.SDK.Auth0.decode", "Auth0.SDK.Token.**.verify")
                .peeks("Auth0.SDK.Token.parse")
                .unless(Use.VERIFY)
                .verifies("Phalcon.Security.JWT.Validator.validate")
                .verifies("Phalcon.Encryption.Security.JWT.Validator.validateSignature")
                .verifies("Phalcon.Security.JWT.Validator.validateSignature")
                .peeks("Phalcon.Encryption.Security.JWT.Token.Parser.parse")
                .unless(Use.VERIFY)
                .peeks("Phalcon.Security.JWT.Token.Parser.parse")
                .unless(Use.VERIFY)
                .signs(
                        "Phalcon.Encryption.Security.JWT.Builder.**.getToken",
                        "Phalcon.Security.JWT.Builder.**.getToken")
                .takesKey("Phalcon.Encryption.Security.JWT.Builder.**.setPassphrase", FIRST)
                .takesKey("Phalcon.Security.JWT.Builder.**.setPassphrase", FIRST);
    }
}
