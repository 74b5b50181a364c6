package dev.signet.scanner.library;

import static dev.signet.scanner.library.Check.always;
import static dev.signet.scanner.library.Check.answersTrue;
import static dev.signet.scanner.library.Check.hasArguments;
import static dev.signet.scanner.library.Check.isFalse;
import static dev.signet.scanner.library.Check.isLongerThan;
import static dev.signet.scanner.library.Check.isMissing;
import static dev.signet.scanner.library.Check.isNothing;
import static dev.signet.scanner.library.Check.mentions;
import static dev.signet.scanner.library.Where.at;
import static dev.signet.scanner.library.Where.named;

import java.util.List;

/**
 * C#'s libraries. Namespaces are often opened elsewhere, so types are known by their plain names,
 * too.
 */
final class CSharpLibraries {

    private static final String TOKENS = "System.IdentityModel.Tokens.Jwt.";
    private static final String JSON_TOKENS = "Microsoft.IdentityModel.JsonWebTokens.";
    private static final String KEYS = "Microsoft.IdentityModel.Tokens.";
    private static final Where FIRST = at(0);

    private CSharpLibraries() {}

    static List<Library> all() {
        return List.of(
                identityModel(), validation(), middleware(), jwtNet(), joseJwt(), serviceStack());
    }

    private static Library identityModel() {
        Library library =
                Library.of(
                        "IdentityModel",
                        "System.IdentityModel.Tokens.Jwt",
                        "Microsoft.IdentityModel.JsonWebTokens",
                        "Microsoft.IdentityModel.Tokens",
                        "Microsoft.IdentityModel.Protocols.OpenIdConnect");
        for (String handler :
                List.of(
                        TOKENS + "JwtSecurityTokenHandler",
                        "JwtSecurityTokenHandler",
                        JSON_TOKENS + "JsonWebTokenHandler",
                        "JsonWebTokenHandler",
                        KEYS + "TokenHandler",
                        "SecurityTokenHandler",
                        "ISecurityTokenValidator")) {
            library.signs(handler + ".CreateToken", handler + ".CreateEncodedJwt")
                    .signs(handler + ".CreateJwtSecurityToken")
                    .unless(Use.SIGN)
                    .signs(handler + ".WriteToken")
                    .notIf(comesFromCreateToken())
                    .verifies(
                            handler + ".ValidateToken",
                            handler + ".ValidateTokenAsync",
                            handler + ".ValidateSignature")
                    .peeks(
                            handler + ".ReadJwtToken",
                            handler + ".ReadJsonWebToken",
                            handler + ".ReadToken");
        }
        for (String token :
                List.of(
                        TOKENS + "JwtSecurityToken",
                        "JwtSecurityToken",
                        JSON_TOKENS + "JsonWebToken",
                        "JsonWebToken")) {
            library.peeks(token)
                    .notIf(isMissing(at(0, "jwtEncodedString"), ""), hasArguments(2))
                    .signs(token)
                    .notIf(isMissing(at(5, "signingCredentials"), ""))
                    .unless(Use.SIGN);
        }
        return library.peeks("**.ReadJwtToken", "**.ReadJsonWebToken")
                .takesKey("SymmetricSecurityKey", FIRST)
                .takesKey(KEYS + "SymmetricSecurityKey", FIRST)
                .takesKey("InMemorySymmetricSecurityKey", FIRST)
                .takesKey("Base64UrlTextEncoder.SymmetricSecurityKey", FIRST);
    }

    private static Check comesFromCreateToken() {
        return mentions(FIRST, "CreateToken", "is already made");
    }

    /**
     * The switches have names that nothing else has, so that it does not matter what they are of.
     */
    private static Library validation() {
        Library library = Library.of("TokenValidationParameters");
        for (String off :
                List.of(
                        "ValidateLifetime",
                        "ValidateIssuer",
                        "ValidateAudience",
                        "ValidateIssuerSigningKey",
                        "RequireSignedTokens",
                        "RequireExpirationTime",
                        "RequireAudience",
                        "ValidateSignature",
                        "VerifySignature",
                        "ValidateExpirationTime",
                        "ValidateIssuedTime")) {
            library.loosensIf("**." + off, isFalse(FIRST, "has " + off + " off"));
        }
        for (String judge :
                List.of(
                        "LifetimeValidator",
                        "IssuerValidator",
                        "AudienceValidator",
                        "AlgorithmValidator",
                        "IssuerSigningKeyValidator",
                        "TokenReplayValidator")) {
            library.loosensIf("**." + judge, answersTrue(FIRST, "says yes to everything"));
        }
        return library.loosensIf(
                        "**.SignatureValidator",
                        Check.isOwnWithout(FIRST, "valid", "verif", "takes any signature"))
                .loosensIf("**.SignatureValidatorUsingConfiguration", always("takes any"))
                .loosensIf("**.ClockSkew", isLongerThan(FIRST, 3_599, "takes long expired tokens"));
    }

    private static Library middleware() {
        return Library.of(
                        "JwtBearer",
                        "Microsoft.AspNetCore.Authentication.JwtBearer",
                        "Microsoft.Identity.Web",
                        "IdentityServer4.AccessTokenValidation",
                        "Microsoft.Owin.Security.Jwt",
                        "FastEndpoints.Security",
                        "NetDevPack.Security.Jwt",
                        "Microsoft.Azure.Functions.Worker.Extensions.Jwt")
                .verifies(
                        "**.AddJwtBearer",
                        "**.UseJwtBearerAuthentication",
                        "**.UseJwtBearer",
                        "**.AddAbpJwtBearer",
                        "**.AddMicrosoftIdentityWebApi",
                        "**.AddMicrosoftIdentityWebApiAuthentication",
                        "**.AddIdentityServerAuthentication",
                        "**.AddIdentityServerJwt",
                        "**.AddAzureADB2CBearer",
                        "**.AddAzureADBearer",
                        "**.AddAuthenticationJwtBearer",
                        "**.UseOAuthBearerTokens")
                .verifies("**.AddJWTBearerAuth", FIRST)
                .verifies("Microsoft.Owin.Security.Jwt.JwtFormat", "JwtFormat")
                .notIf(isMissing(at(0), ""))
                .signs("JWTBearer.CreateToken", at(0, "signingKey"))
                .signs("FastEndpoints.Security.JwtBearer.CreateToken", "JwtBearer.CreateToken")
                .signs("JwtTokenBuilder.**.Build");
    }

    /** jwt-dotnet; its builder verifies unless told otherwise. */
    private static Library jwtNet() {
        Library library =
                Library.of("JWT.Net", "JWT", "JWT.Extensions.AspNetCore")
                        .signs("JwtBuilder.**.Encode", "JWT.Builder.JwtBuilder.**.Encode");
        for (String off :
                List.of(
                        "DoNotVerifySignature",
                        "DoNotVerify",
                        "WithoutSignatureVerification",
                        "DoNotVerifySignatureAndTime")) {
            for (String read : List.of("Decode", "DecodeToObject", "DecodeHeader")) {
                library.verifies("JwtBuilder.**." + off + ".**." + read)
                        .unverifiedIf(always("does not verify"))
                        .verifies("JWT.Builder.JwtBuilder.**." + off + ".**." + read)
                        .unverifiedIf(always("does not verify"));
            }
        }
        library.verifies("JwtBuilder.**.Decode", "JwtBuilder.**.DecodeToObject")
                .verifies("JWT.Builder.JwtBuilder.**.Decode")
                .peeks("JwtBuilder.**.DecodeHeader", "JWT.Builder.JwtBuilder.**.DecodeHeader")
                .takesKey("JwtBuilder.**.WithSecret", FIRST)
                .takesKey("JWT.Builder.JwtBuilder.**.WithSecret", FIRST)
                .loosensIf(
                        "JwtBuilder.**.WithVerifySignature",
                        isFalse(FIRST, "does not verify the signature"));
        for (String encoder : List.of("JwtEncoder", "IJwtEncoder")) {
            library.signs(encoder + ".Encode", at(1, "key"))
                    .notIf(hasArguments(3))
                    .signs(encoder + ".Encode", at(2, "key"))
                    .signs("JWT." + encoder + ".Encode", at(1, "key"));
        }
        for (String decoder : List.of("JwtDecoder", "IJwtDecoder")) {
            for (String read : List.of("Decode", "DecodeToObject", "DecodeToDictionary")) {
                library.verifies(decoder + "." + read, at(1, "key"))
                        .unverifiedIf(
                                isFalse(named("verify"), "does not verify"),
                                isFalse(at(1), "does not verify"),
                                isFalse(at(2), "does not verify"));
            }
            library.peeks(decoder + ".DecodeHeader", decoder + ".DecodeHeaderToDictionary");
        }
        for (String old : List.of("JsonWebToken", "JWT.JsonWebToken")) {
            library.signs(old + ".Encode", at(1, "key"))
                    .verifies(old + ".Decode", at(1, "key"))
                    .unverifiedIf(isFalse(at(2, "verify"), "does not verify"))
                    .verifies(old + ".DecodeToObject", at(1, "key"))
                    .unverifiedIf(isFalse(at(2, "verify"), "does not verify"));
        }
        return library.verifies("**.AddJwt");
    }

    private static Library joseJwt() {
        Library library =
                Library.of(
                        "jose-jwt", "jose-jwt", "Jose.JWT", "jose-rt", "Jwt.Net", "JsonWebToken");
        for (String jwt : List.of("Jose.JWT", "JWT")) {
            for (String encode : List.of("Encode", "EncodeBytes")) {
                library.signs(jwt + "." + encode, at(1, "key"))
                        .weakIf(mentions(at(2, "algorithm"), "none", "signs with none"));
            }
            for (String decode : List.of("Decode", "DecodeBytes", "Verify", "VerifyBytes")) {
                library.verifies(jwt + "." + decode, at(1, "key"))
                        .unverifiedIf(
                                mentions(at(2, "alg"), "none", "takes none"),
                                isNothing(at(1, "key"), "has no key"));
            }
            library.peeks(
                    jwt + ".Payload",
                    jwt + ".PayloadBytes",
                    jwt + ".Headers",
                    jwt + ".PayloadAsBytes");
        }
        return library;
    }

    private static Library serviceStack() {
        return Library.of("ServiceStack", "ServiceStack.Jwt")
                .verifies("JwtAuthProvider", "JwtAuthProviderReader")
                .verifies("ServiceStack.Auth.JwtAuthProvider")
                .verifies(
                        "JwtAuthProvider.**.GetVerifiedJwtPayload",
                        "JwtAuthProvider.**.GetValidJwtPayload",
                        "JwtAuthProvider.**.IsJwtValid",
                        "JwtAuthProviderReader.**.GetVerifiedJwtPayload",
                        "JwtAuthProviderReader.**.GetValidJwtPayload")
                .signs(
                        "JwtAuthProvider.**.CreateJwtBearerToken",
                        "JwtAuthProvider.**.CreateJwtBearerTokenAsync",
                        "JwtAuthProvider.CreateJwt")
                .peeks("JwtAuthProviderReader.ExtractPayload", "JwtAuthProvider.ExtractPayload")
                .loosensIf("JwtAuthProvider.RequireHashAlgorithm", isFalse(FIRST, "takes any"));
    }
}
