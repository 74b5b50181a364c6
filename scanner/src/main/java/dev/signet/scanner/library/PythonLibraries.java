package dev.signet.scanner.library;

import static dev.signet.scanner.library.Check.allowsNone;
import static dev.signet.scanner.library.Check.isFalse;
import static dev.signet.scanner.library.Check.isLongerThan;
import static dev.signet.scanner.library.Check.isMissing;
import static dev.signet.scanner.library.Check.isNothing;
import static dev.signet.scanner.library.Check.isTrue;
import static dev.signet.scanner.library.Check.mentions;
import static dev.signet.scanner.library.Where.at;
import static dev.signet.scanner.library.Where.named;

import java.util.List;

/** Python's libraries. */
final class PythonLibraries {

    private static final Where OPTIONS = named("options");

    /** Seconds; clocks do not differ by more. */
    private static final int LEEWAY_MAX = 3_599;

    private PythonLibraries() {}

    static List<Library> all() {
        return List.of(
                pyJwt(),
                pythonJose(),
                authlib(),
                joserfc(),
                jwcrypto(),
                flask(),
                django(),
                google(),
                others());
    }

    /** Decoding takes (token, key, algorithms, options); before 2.0 also verify. */
    private static Library pyJwt() {
        Library library =
                Library.of("PyJWT", "pyjwt")
                        .signs("jwt.encode", at(1, "key"))
                        .signs("jwt.PyJWT.encode", at(1, "key"))
                        .signs("jwt.PyJWS.encode", at(1, "key"))
                        .signs("jwt.api_jwt.encode", at(1, "key"))
                        .signs("jwt.api_jwt.PyJWT.encode", at(1, "key"))
                        .peeks(
                                "jwt.get_unverified_header",
                                "jwt.get_unverified_claims",
                                "jwt.api_jws.get_unverified_header",
                                "jwt.PyJWS.get_unverified_header");
        for (String decode :
                List.of(
                        "jwt.decode",
                        "jwt.decode_complete",
                        "jwt.PyJWT.decode",
                        "jwt.PyJWT.decode_complete",
                        "jwt.PyJWS.decode",
                        "jwt.api_jwt.decode",
                        "jwt.api_jwt.decode_complete",
                        "jwt.api_jwt.PyJWT.decode")) {
            if (decode.contains("PyJWT.")) {
                library.loosensIf(decode.substring(0, decode.lastIndexOf('.')), madeChecks());
            }
            library.verifies(decode, at(1, "key"))
                    .unverifiedIf(
                            isFalse(OPTIONS.key("verify_signature"), "does not verify"),
                            isFalse(at(3, "options").key("verify_signature"), "does not verify"),
                            isFalse(named("verify"), "does not verify"),
                            isFalse(at(2), "does not verify"))
                    .weakIf(claimChecks());
        }
        return library;
    }

    /** The options that an object is made with count for all that it decodes. */
    private static Check[] madeChecks() {
        Where made = at(0, "options");
        return new Check[] {
            isFalse(made.key("verify_signature"), "does not verify"),
            isFalse(made.key("verify_exp"), "does not check the expiry"),
            isFalse(made.key("verify_iss"), "does not check the issuer"),
            isFalse(made.key("verify_aud"), "does not check the audience")
        };
    }

    private static Check[] claimChecks() {
        return new Check[] {
            isLongerThan(named("leeway"), LEEWAY_MAX, "accepts tokens long after they expired"),
            allowsNone(at(2, "algorithms")),
            isNothing(at(2, "algorithms"), "names no algorithm"),
            isMissing(at(2, "algorithms"), "names no algorithm"),
            isFalse(OPTIONS.key("verify_exp"), "does not check the expiry"),
            isFalse(OPTIONS.key("verify_nbf"), "does not check when it begins"),
            isFalse(OPTIONS.key("verify_iss"), "does not check the issuer"),
            isFalse(OPTIONS.key("verify_aud"), "does not check the audience"),
            isFalse(at(3).key("verify_exp"), "does not check the expiry"),
            isFalse(at(3).key("verify_aud"), "does not check the audience")
        };
    }

    private static Library pythonJose() {
        return Library.of("python-jose", "python-jose", "python-jose-cryptodome")
                .signs("jose.jwt.encode", at(1, "key"))
                .signs("jose.jws.sign", at(1, "key"))
                .verifies("jose.jwt.decode", at(1, "key"))
                .unverifiedIf(
                        isFalse(OPTIONS.key("verify_signature"), "does not verify"),
                        isFalse(at(3).key("verify_signature"), "does not verify"))
                .weakIf(
                        allowsNone(at(2, "algorithms")),
                        isNothing(at(2, "algorithms"), "names no algorithm"),
                        isMissing(at(2, "algorithms"), "names no algorithm"),
                        isFalse(OPTIONS.key("verify_exp"), "does not check the expiry"),
                        isFalse(OPTIONS.key("verify_iss"), "does not check the issuer"),
                        isFalse(OPTIONS.key("verify_aud"), "does not check the audience"),
                        isFalse(at(3).key("verify_exp"), "does not check the expiry"),
                        isFalse(at(3).key("verify_aud"), "does not check the audience"))
                .verifies("jose.jws.verify", at(1, "key"))
                .unverifiedIf(isFalse(at(3, "verify"), "does not verify"))
                .weakIf(
                        allowsNone(at(2, "algorithms")),
                        isNothing(at(2, "algorithms"), "names no algorithm"))
                .peeks(
                        "jose.jwt.get_unverified_claims",
                        "jose.jwt.get_unverified_header",
                        "jose.jwt.get_unverified_headers",
                        "jose.jws.get_unverified_claims",
                        "jose.jws.get_unverified_header",
                        "jose.jws.get_unverified_headers");
    }

    private static Library authlib() {
        return Library.of("Authlib", "authlib")
                .signs("authlib.jose.jwt.encode", at(2, "key"))
                .signs("authlib.jose.JsonWebToken.encode", at(2, "key"))
                .signs("authlib.jose.JsonWebSignature.serialize", at(2, "key"))
                .signs("authlib.jose.JsonWebSignature.serialize_compact", at(2, "key"))
                .verifies("authlib.jose.jwt.decode", at(1, "key"))
                .verifies("authlib.jose.JsonWebToken.decode", at(1, "key"))
                .verifies("authlib.jose.JsonWebSignature.deserialize", at(1, "key"))
                .verifies("authlib.jose.JsonWebSignature.deserialize_compact", at(1, "key"))
                .verifies(
                        "authlib.integrations.*.ResourceProtector.register_token_validator",
                        "authlib.oauth2.rfc9068.JWTBearerTokenValidator",
                        "authlib.oauth2.rfc7523.JWTBearerTokenValidator");
    }

    private static Library joserfc() {
        return Library.of("joserfc", "joserfc")
                .signs("joserfc.jwt.encode", at(2, "key"))
                .signs("joserfc.jws.serialize_compact", at(2, "private_key"))
                .verifies("joserfc.jwt.decode", at(1, "key"))
                .weakIf(allowsNone(at(2, "algorithms")))
                .verifies("joserfc.jws.deserialize_compact", at(1, "public_key"))
                .peeks("joserfc.jws.extract_compact");
    }

    private static Library jwcrypto() {
        return Library.of("jwcrypto", "jwcrypto")
                .signs("jwcrypto.jwt.JWT.make_signed_token", "jwcrypto.jws.JWS.add_signature")
                .verifies(
                        "jwcrypto.jwt.JWT.validate",
                        "jwcrypto.jwt.JWT.deserialize",
                        "jwcrypto.jws.JWS.verify")
                .verifies("jwcrypto.jws.JWS.deserialize")
                .unverifiedIf(isMissing(at(1, "key"), "does not verify"))
                .verifies("jwcrypto.jwt.JWT", at(3, "key"))
                .notIf(isMissing(at(2, "jwt"), "makes a new token"))
                .weakIf(isFalse(named("check_claims"), "checks no claims"));
    }

    private static Library flask() {
        return Library.of(
                        "Flask-JWT-Extended",
                        "flask-jwt-extended",
                        "flask-jwt",
                        "flask-jwt-router",
                        "quart-jwt-extended")
                .signs(
                        "flask_jwt_extended.create_access_token",
                        "flask_jwt_extended.create_refresh_token",
                        "quart_jwt_extended.create_access_token",
                        "quart_jwt_extended.create_refresh_token")
                .verifies("flask_jwt_extended.decode_token")
                .weakIf(isTrue(at(2, "allow_expired"), "accepts expired tokens"))
                .verifies(
                        "flask_jwt_extended.verify_jwt_in_request",
                        "flask_jwt_extended.jwt_required",
                        "flask_jwt_extended.fresh_jwt_required",
                        "flask_jwt_extended.JWTManager",
                        "quart_jwt_extended.jwt_required",
                        "quart_jwt_extended.JWTManager",
                        "flask_jwt.jwt_required",
                        "flask_jwt.JWT",
                        "sanic_jwt.initialize",
                        "sanic_jwt.Initialize");
    }

    private static Library django() {
        return Library.of(
                        "Simple JWT",
                        "djangorestframework-simplejwt",
                        "djangorestframework-jwt",
                        "django-ninja-jwt",
                        "drf-jwt")
                .signs(
                        "rest_framework_simplejwt.tokens.*.for_user",
                        "rest_framework_simplejwt.backends.TokenBackend.encode",
                        "rest_framework_simplejwt.views.TokenObtainPairView.as_view",
                        "rest_framework_simplejwt.views.TokenObtainSlidingView.as_view",
                        "rest_framework_simplejwt.views.TokenRefreshView.as_view",
                        "rest_framework_simplejwt.views.TokenRefreshSlidingView.as_view",
                        "rest_framework_jwt.views.obtain_jwt_token",
                        "rest_framework_jwt.views.refresh_jwt_token",
                        "graphql_jwt.ObtainJSONWebToken.Field",
                        "graphql_jwt.Refresh.Field",
                        "graphql_jwt.shortcuts.get_token",
                        "rest_framework_jwt.utils.jwt_encode_handler",
                        "rest_framework_jwt.utils.jwt_create_payload",
                        "ninja_jwt.tokens.*.for_user")
                .setsUp(
                        "rest_framework_simplejwt.authentication.JWTAuthentication",
                        "rest_framework_simplejwt.authentication.JWTStatelessUserAuthentication",
                        "rest_framework_simplejwt.authentication.JWTTokenUserAuthentication",
                        "rest_framework_jwt.authentication.JSONWebTokenAuthentication",
                        "dj_rest_auth.jwt_auth.JWTCookieAuthentication",
                        "graphql_jwt.middleware.JSONWebTokenMiddleware",
                        "graphql_jwt.backends.JSONWebTokenBackend",
                        "ninja_jwt.authentication.JWTAuth",
                        "ninja_jwt.authentication.AsyncJWTAuth")
                .verifies(
                        "rest_framework_simplejwt.views.TokenVerifyView.as_view",
                        "rest_framework_jwt.views.verify_jwt_token",
                        "graphql_jwt.Verify.Field",
                        "graphql_jwt.shortcuts.get_payload",
                        "rest_framework_simplejwt.authentication.JWTAuthentication.authenticate",
                        "rest_framework_simplejwt.tokens.AccessToken",
                        "rest_framework_simplejwt.tokens.RefreshToken",
                        "rest_framework_simplejwt.tokens.UntypedToken",
                        "rest_framework_simplejwt.authentication.JWTAuthentication.get_validated_token",
                        "rest_framework_jwt.utils.jwt_decode_handler",
                        "rest_framework_jwt.utils.jwt_decode_token",
                        "ninja_jwt.tokens.AccessToken",
                        "ninja_jwt.tokens.UntypedToken")
                .verifies("rest_framework_simplejwt.backends.TokenBackend.decode")
                .unverifiedIf(isFalse(at(1, "verify"), "does not verify"));
    }

    /** Services sign their own assertions with google-auth, too. */
    private static Library google() {
        return Library.of("google-auth")
                .signs("google.auth.jwt.encode")
                .verifies("google.auth.jwt.decode", at(1, "certs"))
                .unverifiedIf(
                        isFalse(at(2, "verify"), "does not verify"),
                        isNothing(at(1, "certs"), "does not verify"))
                .peeks("google.auth.jwt.decode_header");
    }

    private static Library others() {
        return Library.of(
                        "others",
                        "python-jwt",
                        "jwt",
                        "fastapi-jwt-auth",
                        "fastapi-jwt",
                        "fastapi-users",
                        "pyjwt-key-fetcher",
                        "async-fastapi-jwt-auth",
                        "oauthlib-jwt",
                        "pyjwkest",
                        "cryptojwt",
                        "jwskate",
                        "itsdangerous-jws")
                .verifies("fastapi_users.authentication.JWTStrategy", at(0, "secret"))
                .verifies("fastapi_users.authentication.strategy.JWTStrategy", at(0, "secret"))
                .verifies("fastapi_jwt.JwtAccessBearer", at(0, "secret_key"))
                .verifies("fastapi_jwt.JwtAccessBearerCookie", at(0, "secret_key"))
                .verifies("fastapi_jwt.JwtAccessCookie", at(0, "secret_key"))
                .verifies("fastapi_jwt.JwtRefreshBearer", at(0, "secret_key"))
                .verifies("fastapi_jwt.JwtRefreshBearerCookie", at(0, "secret_key"))
                .verifies("aiohttp_jwt.JWTMiddleware", at(0, "secret_or_pub_key"))
                .verifies("litestar.security.jwt.JWTAuth", named("token_secret"))
                .verifies("litestar.security.jwt.JWTCookieAuth", named("token_secret"))
                .verifies("litestar.security.jwt.Token.decode", named("secret"))
                .signs("litestar.security.jwt.Token.encode", at(0, "secret"))
                .signs(
                        "fastapi_jwt.JwtAccessBearer.create_access_token",
                        "fastapi_jwt.JwtAccessBearer.create_refresh_token",
                        "litestar.security.jwt.*.create_token",
                        "litestar.security.jwt.*.login",
                        "python_jwt.generate_jwt",
                        "jwt.JWT.encode",
                        "fastapi_jwt_auth.AuthJWT.create_access_token",
                        "fastapi_jwt_auth.AuthJWT.create_refresh_token",
                        "fastapi_users.jwt.generate_jwt",
                        "jwskate.Jwt.sign",
                        "cryptojwt.jwt.JWT.pack",
                        "itsdangerous.JSONWebSignatureSerializer.dumps",
                        "itsdangerous.TimedJSONWebSignatureSerializer.dumps")
                .verifies(
                        "python_jwt.verify_jwt",
                        "jwt.JWT.decode",
                        "fastapi_jwt_auth.AuthJWT.jwt_required",
                        "fastapi_jwt_auth.AuthJWT.jwt_optional",
                        "fastapi_jwt_auth.AuthJWT.get_raw_jwt",
                        "fastapi_users.jwt.decode_jwt",
                        "jwskate.SignedJwt.validate",
                        "jwskate.SignedJwt.verify_signature",
                        "cryptojwt.jwt.JWT.unpack",
                        "itsdangerous.JSONWebSignatureSerializer.loads",
                        "itsdangerous.TimedJSONWebSignatureSerializer.loads")
                .peeks("python_jwt.process_jwt", "cryptojwt.jws.jws.factory")
                .verifies("jose.jwe.decrypt")
                .weakIf(mentions(at(1), "none", "accepts the algorithm none"));
    }
}
