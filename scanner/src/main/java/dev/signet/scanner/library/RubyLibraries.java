package dev.signet.scanner.library;

import static dev.signet.scanner.library.Check.allowsNone;
import static dev.signet.scanner.library.Check.isFalse;
import static dev.signet.scanner.library.Check.mentions;
import static dev.signet.scanner.library.Where.at;
import static dev.signet.scanner.library.Where.named;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ruby's gems. */
final class RubyLibraries {

    private static final Map<String, String> CLAIM_CHECKS =
            Map.of(
                    "verify_expiration", "does not check the expiry",
                    "verify_not_before", "does not check when it begins",
                    "verify_iss", "does not check the issuer",
                    "verify_aud", "does not check the audience");

    private RubyLibraries() {}

    static List<Library> all() {
        return List.of(rubyJwt(), jsonJwt(), sessions(), warden(), openId(), others());
    }

    /** Decoding takes (token, key, verify, options). */
    private static Library rubyJwt() {
        Library library =
                Library.of("ruby-jwt", "jwt")
                        .signs("JWT.encode", at(1))
                        .weakIf(allowsNone(at(2)))
                        .verifies("JWT.decode", at(1))
                        .unverifiedIf(isFalse(at(2), "does not verify"))
                        .weakIf(decodeChecks())
                        .signs("JWT.Token.sign!", named("key"))
                        .verifies("JWT.EncodedToken.verify!")
                        .verifies("JWT.EncodedToken.verify_signature!", named("key"))
                        .verifies("JWT.EncodedToken.valid_signature?", named("key"))
                        .verifies("JWT.EncodedToken.valid?")
                        .peeks("JWT.EncodedToken.unverified_payload", "JWT.EncodedToken.header");
        return library;
    }

    private static Check[] decodeChecks() {
        List<Check> checks = new ArrayList<>();
        for (String name : List.of("algorithm", "algorithms")) {
            checks.add(allowsNone(at(3).key(name)));
            checks.add(allowsNone(named(name)));
        }
        CLAIM_CHECKS.forEach((name, because) -> {
            checks.add(isFalse(at(3).key(name), because));
            checks.add(isFalse(named(name), because));
        });
        return checks.toArray(Check[]::new);
    }

    private static Library jsonJwt() {
        Library library = Library.of("json-jwt", "json-jwt");
        for (String type : List.of("JSON.JWT", "JSON.JWS")) {
            library.signs(type + ".sign", at(0))
                    .signs(type + ".sign!", at(0))
                    .verifies(type + ".decode.verify!", at(0))
                    .verifies(type + ".verify!", at(0))
                    .verifies(type + ".decode", at(1))
                    .unverifiedIf(mentions(at(1), "skip_verification", "does not verify"))
                    .verifies(type + ".decode_compact_serialized", at(1))
                    .unverifiedIf(mentions(at(1), "skip_verification", "does not verify"));
        }
        return library;
    }

    private static Library sessions() {
        return Library.of("jwt_sessions", "jwt_sessions")
                .signs(
                        "JWTSessions.Session.login",
                        "JWTSessions.Session.refresh",
                        "JWTSessions.Session.refresh_by_access_payload",
                        "JWTSessions.Token.encode")
                .verifies(
                        "JWTSessions.Session.session_exists?",
                        "JWTSessions.Session.masquerade!",
                        "JWTSessions.Token.decode",
                        "JWTSessions.Token.decode!");
    }

    private static Library warden() {
        Library library =
                Library.of("devise-jwt", "devise-jwt", "warden-jwt_auth", "devise-jwt-cookie");
        for (String coder : List.of("UserEncoder", "TokenEncoder")) {
            library.signs("Warden.JWTAuth." + coder + ".call");
        }
        for (String coder : List.of("UserDecoder", "TokenDecoder")) {
            library.verifies("Warden.JWTAuth." + coder + ".call");
        }
        return library.verifies("Devise.jwt_authenticatable");
    }

    /** Tokens of other issuers, which are verified here all the same. */
    private static Library openId() {
        return Library.of("openid_connect", "openid_connect", "google-id-token")
                .verifies("OpenIDConnect.ResponseObject.IdToken.decode", at(1))
                .unverifiedIf(mentions(at(1), "skip_verification", "does not verify"))
                .verifies(
                        "GoogleIDToken.Validator.check",
                        "Google.Auth.IDTokens.verify_oidc",
                        "Google.Auth.IDTokens.verify_iap");
    }

    private static Library others() {
        return Library.of(
                        "others",
                        "knock",
                        "jose",
                        "rack-jwt",
                        "doorkeeper-jwt",
                        "json_web_token",
                        "jwt_keeper",
                        "sandal",
                        "simple_jwt_auth",
                        "jwt_signed_request",
                        "rodauth-oauth")
                .signs("Knock.AuthToken.token")
                .verifies("Knock.AuthToken.entity_for", "Knock.AuthToken.payload")
                .signs("JOSE.JWT.sign", "JOSE.JWS.sign")
                .verifies(
                        "JOSE.JWT.verify",
                        "JOSE.JWT.verify_strict",
                        "JOSE.JWS.verify",
                        "JOSE.JWS.verify_strict")
                .peeks(
                        "JOSE.JWT.peek_payload",
                        "JOSE.JWT.peek_protected",
                        "JOSE.JWS.peek_payload",
                        "JOSE.JWS.peek_protected")
                .verifies("Rack.JWT.Auth")
                .signs("Rack.JWT.Token.encode", at(1))
                .verifies("Rack.JWT.Token.decode", at(1))
                .signs("Doorkeeper.JWT.generate", "Doorkeeper.JWT.configure")
                .signs("Sandal.encode_token")
                .verifies("Sandal.decode_token")
                .signs("JWTKeeper.Token.create")
                .verifies("JWTKeeper.Token.find");
    }
}
