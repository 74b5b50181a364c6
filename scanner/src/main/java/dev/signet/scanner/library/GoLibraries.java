package dev.signet.scanner.library;

import static dev.signet.scanner.library.Check.given;
import static dev.signet.scanner.library.Check.isFalse;
import static dev.signet.scanner.library.Check.isTrue;
import static dev.signet.scanner.library.Where.at;

import java.util.List;

/** Go's libraries; modules are written without their versions. */
final class GoLibraries {

    private GoLibraries() {}

    static List<Library> all() {
        return List.of(
                golangJwt(),
                lestrrat(),
                goJose(),
                pascaldekloe(),
                gbrlsnchs(),
                cristalhq(),
                kataras(),
                chi(),
                gin(),
                echo(),
                fiber(),
                auth0(),
                goKit(),
                openId(),
                others());
    }

    /** All forks have the same functions. */
    private static Library golangJwt() {
        Library library =
                Library.of(
                        "golang-jwt",
                        "github.com/golang-jwt/jwt",
                        "github.com/dgrijalva/jwt-go",
                        "gopkg.in/dgrijalva/jwt-go",
                        "github.com/form3tech-oss/jwt-go");
        for (String module : library.packages()) {
            library.signs(module + ".**.SignedString", at(0));
            for (String parse : List.of("Parse", "Parser.Parse", "NewParser.Parse")) {
                library.verifies(module + "." + parse, at(1))
                        .weakIf(withoutClaims())
                        .verifies(module + "." + parse + "WithClaims", at(2))
                        .weakIf(withoutClaims());
            }
            library.verifies(module + "/request.ParseFromRequest", at(2))
                    .verifies(module + "/request.ParseFromRequestWithClaims", at(3))
                    .verifies(module + ".ParseFromRequest", at(1))
                    .peeks(
                            module + ".**.ParseUnverified",
                            module + ".DecodeSegment",
                            module + ".Parser.DecodeSegment",
                            module + ".NewParser.DecodeSegment")
                    .loosens(
                            module + ".WithoutClaimsValidation",
                            module + ".SigningMethodNone",
                            module + ".UnsafeAllowNoneSignatureType")
                    .loosensIf(
                            module + ".Parser.SkipClaimsValidation",
                            isTrue(at(0), "does not check the claims"))
                    .loosensIf(
                            module + ".NewParser.SkipClaimsValidation",
                            isTrue(at(0), "does not check the claims"));
            for (String method :
                    List.of("HS256", "HS384", "HS512", "RS256", "RS512", "ES256", "EdDSA")) {
                library.signs(module + ".SigningMethod" + method + ".Sign", at(1))
                        .verifies(module + ".SigningMethod" + method + ".Verify", at(2));
            }
            library.signs(module + ".GetSigningMethod.Sign", at(1))
                    .verifies(module + ".GetSigningMethod.Verify", at(2));
        }
        return library;
    }

    private static Check[] withoutClaims() {
        return new Check[] {
            given("WithoutClaimsValidation", new Check(_ -> true, "does not check the claims"))
        };
    }

    private static Library lestrrat() {
        Library library =
                Library.of(
                        "lestrrat-go/jwx",
                        "github.com/lestrrat-go/jwx",
                        "github.com/lestrrat/go-jwx");
        for (String module : library.packages()) {
            for (String parse :
                    List.of(
                            "Parse",
                            "ParseString",
                            "ParseBytes",
                            "ParseReader",
                            "ParseRequest",
                            "ParseHeader",
                            "ParseForm",
                            "ParseCookie",
                            "ParseVerify",
                            "ReadFile")) {
                library.verifies(module + "/jwt." + parse)
                        .unverifiedIf(given("WithVerify", isFalse(at(0), "does not verify")))
                        .weakIf(given("WithValidate", isFalse(at(0), "does not check the claims")));
            }
            library.peeks(module + "/jwt.ParseInsecure")
                    .signs(module + "/jwt.Sign", at(2))
                    .signs(
                            module + "/jwt.NewSerializer.**.Serialize",
                            module + "/jws.SignMulti",
                            module + "/jws.SignLiteral")
                    .signs(module + "/jws.Sign", at(2))
                    .verifies(module + "/jws.Verify", at(2))
                    .verifies(module + "/jws.VerifySet")
                    .peeks(
                            module + "/jws.Parse",
                            module + "/jws.ParseString",
                            module + "/jws.ParseReader")
                    .takesKey(module + "/jwt.WithKey", at(1))
                    .takesKey(module + "/jws.WithKey", at(1))
                    .takesKey(module + "/jwt.WithVerify", at(1))
                    .takesKey(module + "/jwk.FromRaw", at(0))
                    .takesKey(module + "/jwk.Import", at(0))
                    .takesKey(module + "/jwk.New", at(0))
                    .loosensIf(
                            module + "/jwt.WithValidate",
                            isFalse(at(0), "does not check the claims"))
                    .loosensIf(
                            module + "/jwt.WithVerify",
                            isFalse(at(0), "does not check the signature"))
                    .loosens(module + "/jwa.NoSignature");
        }
        return library;
    }

    /** A token is parsed first, and verified when its claims are read with a key. */
    private static Library goJose() {
        Library library =
                Library.of(
                        "go-jose",
                        "github.com/go-jose/go-jose",
                        "gopkg.in/go-jose/go-jose",
                        "github.com/square/go-jose",
                        "gopkg.in/square/go-jose");
        for (String module : library.packages()) {
            library.signs(
                            module + "/jwt.Signed.**.CompactSerialize",
                            module + "/jwt.Signed.**.Serialize",
                            module + "/jwt.Signed.**.FullSerialize",
                            module + "/jwt.Builder.**.CompactSerialize",
                            module + "/jwt.Builder.**.Serialize",
                            module + ".NewSigner.Sign",
                            module + ".Signer.Sign",
                            module + ".NewMultiSigner.Sign")
                    .verifies(module + "/jwt.ParseSigned.Claims", at(0))
                    .verifies(module + "/jwt.JSONWebToken.Claims", at(0))
                    .verifies(module + ".ParseSigned.Verify", at(0))
                    .verifies(module + ".ParseSignedCompact.Verify", at(0))
                    .verifies(module + ".JSONWebSignature.Verify", at(0))
                    .verifies(module + ".ParseDetached.Verify", at(0))
                    .verifies(
                            module + ".ParseSigned.VerifyMulti",
                            module + ".JSONWebSignature.VerifyMulti",
                            module + ".JSONWebSignature.DetachedVerify")
                    .peeks(
                            module + "/jwt.ParseSigned.UnsafeClaimsWithoutVerification",
                            module + "/jwt.JSONWebToken.UnsafeClaimsWithoutVerification",
                            module + ".ParseSigned.UnsafePayloadWithoutVerification",
                            module + ".ParseSignedCompact.UnsafePayloadWithoutVerification",
                            module + ".JSONWebSignature.UnsafePayloadWithoutVerification")
                    .takesKey(module + ".NewSigner", at(0).key("Key"));
        }
        return library;
    }

    private static Library pascaldekloe() {
        String module = "github.com/pascaldekloe/jwt";
        Library library = Library.of("pascaldekloe/jwt", module);
        for (String kind : List.of("HMAC", "RSA", "ECDSA", "EdDSA")) {
            library.signs(module + ".Claims." + kind + "Sign", at(kind.equals("EdDSA") ? 0 : 1))
                    .verifies(module + "." + kind + "Check", at(1))
                    .verifies(module + "." + kind + "CheckHeader", at(1));
        }
        return library.signs(module + ".NewHMAC.Sign", module + ".HMAC.Sign")
                .verifies(
                        module + ".NewHMAC.Check",
                        module + ".HMAC.Check",
                        module + ".KeyRegister.Check",
                        module + ".KeyRegister.CheckHeader",
                        module + ".Handler")
                .takesKey(module + ".NewHMAC", at(1))
                .peeks(module + ".ParseWithoutCheck");
    }

    private static Library gbrlsnchs() {
        String module = "github.com/gbrlsnchs/jwt";
        Library library =
                Library.of("gbrlsnchs/jwt", module)
                        .signs(module + ".Sign")
                        .verifies(module + ".Verify")
                        .loosens(module + ".None");
        for (String size : List.of("256", "384", "512")) {
            library.takesKey(module + ".NewHS" + size, at(0)).takesKey(module + ".NewHMAC", at(1));
        }
        return library;
    }

    private static Library cristalhq() {
        String module = "github.com/cristalhq/jwt";
        return Library.of("cristalhq/jwt", module)
                .signs(
                        module + ".NewBuilder.Build",
                        module + ".NewTokenBuilder.Build",
                        module + ".Builder.Build",
                        module + ".Build",
                        module + ".BuildBytes")
                .verifies(
                        module + ".Parse",
                        module + ".ParseClaims",
                        module + ".ParseAndVerify",
                        module + ".ParseAndVerifyString",
                        module + ".NewVerifierHS.Verify",
                        module + ".NewVerifierRS.Verify",
                        module + ".NewVerifierES.Verify",
                        module + ".NewVerifierEdDSA.Verify",
                        module + ".Verifier.Verify")
                .peeks(module + ".ParseNoVerify", module + ".ParseString")
                .takesKey(module + ".NewSignerHS", at(1))
                .takesKey(module + ".NewVerifierHS", at(1));
    }

    private static Library kataras() {
        Library library = Library.of("kataras/jwt", "github.com/kataras/jwt");
        String iris = "github.com/kataras/iris/middleware/jwt";
        library.signs("github.com/kataras/jwt.Sign", at(1))
                .signs("github.com/kataras/jwt.SignEncrypted", at(1))
                .signs("github.com/kataras/jwt.SignWithHeader", at(1))
                .verifies("github.com/kataras/jwt.Verify", at(1))
                .verifies("github.com/kataras/jwt.VerifyEncrypted", at(1))
                .verifies("github.com/kataras/jwt.VerifyWithHeaderValidator", at(1))
                .peeks("github.com/kataras/jwt.Decode")
                .loosens("github.com/kataras/jwt.NONE");
        return library.signs(iris + ".NewSigner.Sign", iris + ".Signer.Sign")
                .verifies(iris + ".NewVerifier.Verify", iris + ".Verifier.Verify")
                .verifies(iris + ".NewVerifier.VerifyToken", iris + ".Verifier.VerifyToken")
                .takesKey(iris + ".NewSigner", at(1))
                .takesKey(iris + ".NewVerifier", at(1));
    }

    private static Library chi() {
        String module = "github.com/go-chi/jwtauth";
        return Library.of("go-chi/jwtauth", module)
                .takesKey(module + ".New", at(1))
                .signs(module + ".New.Encode", module + ".JWTAuth.Encode")
                .verifies(
                        module + ".New.Decode",
                        module + ".JWTAuth.Decode",
                        module + ".Verifier",
                        module + ".Verify",
                        module + ".VerifyToken",
                        module + ".VerifyRequest");
    }

    private static Library gin() {
        Library library =
                Library.of(
                        "gin-jwt", "github.com/appleboy/gin-jwt", "github.com/hertz-contrib/jwt");
        for (String module : library.packages()) {
            library.verifies(module + ".New", at(0).key("Key"))
                    .signs(
                            module + ".New.TokenGenerator",
                            module + ".GinJWTMiddleware.TokenGenerator",
                            module + ".HertzJWTMiddleware.TokenGenerator")
                    .verifies(
                            module + ".New.ParseToken",
                            module + ".New.ParseTokenString",
                            module + ".GinJWTMiddleware.ParseToken",
                            module + ".GinJWTMiddleware.ParseTokenString");
        }
        return library;
    }

    private static Library echo() {
        Library library = Library.of("echo-jwt", "github.com/labstack/echo-jwt");
        for (String module :
                List.of("github.com/labstack/echo-jwt", "github.com/labstack/echo/middleware")) {
            library.verifies(module + ".JWT", at(0))
                    .verifies(module + ".WithConfig", at(0).key("SigningKey"))
                    .verifies(module + ".JWTWithConfig", at(0).key("SigningKey"))
                    .verifies(module + ".Config.ToMiddleware")
                    .loosensIf(
                            module + ".Config.ContinueOnIgnoredError",
                            isTrue(at(0), "lets requests without a valid token pass"))
                    .loosensIf(
                            module + ".JWTConfig.ContinueOnIgnoredError",
                            isTrue(at(0), "lets requests without a valid token pass"));
        }
        return library;
    }

    private static Library fiber() {
        Library library =
                Library.of(
                        "gofiber/jwt", "github.com/gofiber/contrib/jwt", "github.com/gofiber/jwt");
        for (String module : library.packages()) {
            library.verifies(module + ".New", at(0).key("SigningKey"));
        }
        return library;
    }

    private static Library auth0() {
        String module = "github.com/auth0/go-jwt-middleware";
        return Library.of("go-jwt-middleware", module)
                .verifies(module + ".New", at(0).key("ValidationKeyGetter"))
                .verifies(module + "/validator.New", at(0))
                .verifies(module + "/validator.Validator.ValidateToken")
                .verifies(module + "/validator.New.ValidateToken")
                .loosensIf(
                        module + ".Options.CredentialsOptional",
                        isTrue(at(0), "lets requests without a token pass"))
                .loosensIf(
                        module + ".WithCredentialsOptional",
                        isTrue(at(0), "lets requests without a token pass"));
    }

    private static Library goKit() {
        String kit = "github.com/go-kit/kit/auth/jwt";
        String kratos = "github.com/go-kratos/kratos/middleware/auth/jwt";
        return Library.of("frameworks")
                .signs(kit + ".NewSigner", at(1))
                .verifies(kit + ".NewParser", at(0))
                .verifies(kratos + ".Server", at(0))
                .signs(kratos + ".Client", at(0))
                .verifies("github.com/zeromicro/go-zero/rest.WithJwt", at(0))
                .verifies("github.com/zeromicro/go-zero/rest.WithJwtTransition", at(0))
                .verifies("github.com/zeromicro/go-zero/rest/handler.Authorize", at(0))
                .verifies("github.com/zeromicro/go-zero/rest/token.NewTokenParser.ParseToken");
    }

    /** Tokens of other issuers, which are verified here all the same. */
    private static Library openId() {
        String module = "github.com/coreos/go-oidc";
        Library library = Library.of("go-oidc", module, "gopkg.in/coreos/go-oidc");
        return library.verifies(
                        module + ".**.Verifier.Verify",
                        module + ".**.VerifierContext.Verify",
                        module + ".NewVerifier.Verify",
                        module + ".IDTokenVerifier.Verify",
                        module + "/oidc.**.Verifier.Verify",
                        module + "/oidc.NewVerifier.Verify",
                        module + "/oidc.IDTokenVerifier.Verify",
                        "google.golang.org/api/idtoken.Validate",
                        "google.golang.org/api/idtoken.NewValidator.Validate")
                .loosensIf(
                        module + "/oidc.Config.InsecureSkipSignatureCheck",
                        isTrue(at(0), "does not check the signature"))
                .loosensIf(
                        module + "/oidc.Config.SkipExpiryCheck",
                        isTrue(at(0), "does not check the expiry"))
                .loosensIf(
                        module + "/oidc.Config.SkipIssuerCheck",
                        isTrue(at(0), "does not check the issuer"))
                .loosensIf(
                        module + "/oidc.Config.SkipClientIDCheck",
                        isTrue(at(0), "does not check the audience"));
    }

    private static Library others() {
        String brianvoe = "github.com/brianvoe/sjwt";
        String jose2go = "github.com/dvsekhvalnov/jose2go";
        String sermo = "github.com/SermoDigital/jose/jws";
        String robbert = "github.com/robbert229/jwt";
        String oauth2 = "golang.org/x/oauth2/jws";
        return Library.of(
                        "others",
                        brianvoe,
                        jose2go,
                        "github.com/SermoDigital/jose",
                        robbert,
                        "github.com/MicahParks/keyfunc",
                        "github.com/rakutentech/jwk-go",
                        "github.com/adam-hanna/jwt-auth")
                .signs(brianvoe + ".**.Generate", at(0))
                .verifies(brianvoe + ".Verify", at(1))
                .peeks(brianvoe + ".Parse")
                .signs(jose2go + ".Sign", at(2))
                .signs(jose2go + ".SignBytes", at(2))
                .verifies(jose2go + ".Decode", at(1))
                .verifies(jose2go + ".DecodeBytes", at(1))
                .signs(sermo + ".NewJWT.Serialize", at(0))
                .verifies(sermo + ".ParseJWT.Validate", at(0))
                .verifies(sermo + ".ParseJWTFromRequest.Validate", at(0))
                .peeks(sermo + ".ParseJWT.Claims")
                .signs(robbert + ".HmacSha256.Encode")
                .verifies(robbert + ".HmacSha256.Decode", robbert + ".HmacSha256.Validate")
                .verifies(robbert + ".HmacSha256.DecodeAndValidate")
                .takesKey(robbert + ".HmacSha256", at(0))
                .signs(oauth2 + ".Encode", at(2))
                .signs(oauth2 + ".EncodeWithSigner")
                .verifies(oauth2 + ".Verify", at(1))
                .peeks(oauth2 + ".Decode");
    }
}
