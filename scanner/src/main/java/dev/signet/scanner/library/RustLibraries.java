package dev.signet.scanner.library;

import static dev.signet.scanner.library.Check.isFalse;
import static dev.signet.scanner.library.Where.at;

import java.util.List;

/** Rust's crates. */
final class RustLibraries {

    private RustLibraries() {}

    static List<Library> all() {
        return List.of(
                jsonwebtoken(), jwtSimple(), jwt(), josekit(), biscuit(), jwtCompact(), others());
    }

    private static Library jsonwebtoken() {
        Library library = Library.of("jsonwebtoken", "jsonwebtoken", "jsonwebtoken-rustcrypto");
        for (String crate : List.of("jsonwebtoken", "jsonwebtoken_rustcrypto")) {
            library.signs(crate + ".encode", at(2))
                    .signs(crate + ".crypto.sign")
                    .verifies(crate + ".decode", at(1))
                    .verifies(crate + ".crypto.verify")
                    .peeks(
                            crate + ".decode_header",
                            crate + ".dangerous.insecure_decode",
                            crate + ".dangerous_insecure_decode",
                            crate + ".dangerous_insecure_decode_with_validation",
                            crate + ".dangerous_unsafe_decode")
                    .disables(crate + ".Validation.**.insecure_disable_signature_validation")
                    .takesKey(crate + ".EncodingKey.from_secret", at(0))
                    .takesKey(crate + ".EncodingKey.from_base64_secret", at(0))
                    .takesKey(crate + ".EncodingKey.from_rsa_pem", at(0))
                    .takesKey(crate + ".EncodingKey.from_ec_pem", at(0))
                    .takesKey(crate + ".EncodingKey.from_ed_pem", at(0))
                    .takesKey(crate + ".DecodingKey.from_secret", at(0))
                    .takesKey(crate + ".DecodingKey.from_base64_secret", at(0));
            for (String check : List.of("exp", "nbf", "aud")) {
                if (!check.equals("nbf")) {
                    library.loosensIf(
                            crate + ".Validation.**.validate_" + check,
                            isFalse(at(0), "does not check " + check));
                }
            }
        }
        return library;
    }

    private static Library jwtSimple() {
        Library library = Library.of("jwt-simple", "jwt-simple");
        for (String module : List.of("jwt_simple.prelude", "jwt_simple.algorithms")) {
            for (String key :
                    List.of(
                            "HS256Key",
                            "HS384Key",
                            "HS512Key",
                            "Blake2bKey",
                            "RS256KeyPair",
                            "RS384KeyPair",
                            "RS512KeyPair",
                            "PS256KeyPair",
                            "ES256KeyPair",
                            "ES384KeyPair",
                            "ES256kKeyPair",
                            "Ed25519KeyPair")) {
                String path = module + "." + key;
                library.signs(path + ".**.authenticate", path + ".**.sign")
                        .verifies(path + ".**.verify_token")
                        .takesKey(path + ".from_bytes", at(0))
                        .takesKey(path + ".from_pem", at(0));
            }
            for (String key :
                    List.of(
                            "RS256PublicKey",
                            "RS384PublicKey",
                            "RS512PublicKey",
                            "PS256PublicKey",
                            "ES256PublicKey",
                            "ES384PublicKey",
                            "ES256kPublicKey",
                            "Ed25519PublicKey")) {
                library.verifies(module + "." + key + ".**.verify_token");
            }
            library.peeks(module + ".Token.decode_metadata");
        }
        return library.peeks("jwt_simple.token.Token.decode_metadata");
    }

    /** Its traits give all values methods. */
    private static Library jwt() {
        return Library.of("jwt", "jwt")
                .signs("jwt.SignWithKey.sign_with_key", at(1))
                .signs("jwt.SignWithStore.sign_with_store", at(1))
                .verifies("jwt.VerifyWithKey.verify_with_key", at(1))
                .verifies("jwt.VerifyWithStore.verify_with_store", at(1))
                .peeks("jwt.Token.parse_unverified", "jwt.token.Token.parse_unverified")
                .peeks("jwt.Unverified.parse_unverified");
    }

    private static Library josekit() {
        Library library = Library.of("josekit", "josekit");
        for (String module : List.of("josekit.jwt", "josekit.jwt.JwtContext")) {
            library.signs(module + ".encode_with_signer", module + ".encode_unsecured")
                    .verifies(
                            module + ".decode_with_verifier",
                            module + ".decode_with_verifier_selector",
                            module + ".decode_with_verifier_in_jwk_set")
                    .peeks(module + ".decode_unsecured", module + ".decode_header");
        }
        library.signs("josekit.jws.serialize_compact", "josekit.jws.JwsContext.serialize_compact")
                .verifies(
                        "josekit.jws.deserialize_compact",
                        "josekit.jws.deserialize_compact_with_selector",
                        "josekit.jws.JwsContext.deserialize_compact");
        for (String alg :
                List.of("HS256", "HS384", "HS512", "jws.HS256", "jws.HS384", "jws.HS512")) {
            library.takesKey("josekit." + alg + ".signer_from_bytes", at(0))
                    .takesKey("josekit." + alg + ".verifier_from_bytes", at(0));
        }
        return library;
    }

    private static Library biscuit() {
        Library library = Library.of("biscuit", "biscuit");
        for (String type :
                List.of(
                        "biscuit.JWT",
                        "biscuit.ClaimsSet",
                        "biscuit.jws.Compact",
                        "biscuit.Compact")) {
            library.signs(
                            type + ".new_decoded.encode",
                            type + ".new_decoded.into_encoded",
                            type + ".encode")
                    .verifies(
                            type + ".new_encoded.decode",
                            type + ".new_encoded.into_decoded",
                            type + ".new_encoded.decode_with_jwks",
                            type + ".new_encoded.decode_with_jwks_ignore_kid",
                            type + ".decode")
                    .peeks(type + ".**.unverified_payload", type + ".**.unverified_header");
        }
        return library.takesKey("biscuit.jws.Secret.bytes_from_str", at(0))
                .takesKey("biscuit.jws.Secret.Bytes", at(0));
    }

    private static Library jwtCompact() {
        Library library = Library.of("jwt-compact", "jwt-compact");
        for (String alg : List.of("Hs256", "Hs384", "Hs512", "Es256", "Es256k", "Ed25519", "Rsa")) {
            for (String module : List.of("jwt_compact.alg.", "jwt_compact.")) {
                library.signs(
                                module + alg + ".**.token",
                                module + alg + ".**.compact_token",
                                module + alg + ".token")
                        .verifies(
                                module + alg + ".**.validate_integrity",
                                module + alg + ".**.validate_for_signed_token",
                                module + alg + ".**.validator.**.validate");
            }
        }
        library.takesKey("jwt_compact.alg.Hs256Key.new", at(0))
                .takesKey("jwt_compact.alg.Hs384Key.new", at(0))
                .takesKey("jwt_compact.alg.Hs512Key.new", at(0));
        return library.peeks("jwt_compact.UntrustedToken.**.deserialize_claims_unchecked");
    }

    private static Library others() {
        return Library.of(
                        "others",
                        "frank_jwt",
                        "alcoholic_jwt",
                        "jsonwebtokens",
                        "jwt-authorizer",
                        "jwtk",
                        "jsonwebtokens-cognito",
                        "actix-jwt-auth-middleware",
                        "axum-jwt-auth")
                .signs("frank_jwt.encode", at(1))
                .verifies("frank_jwt.decode", at(1))
                .verifies("frank_jwt.validate_signature", at(1))
                .loosens("frank_jwt.ValidationOptions.dangerous")
                .verifies("alcoholic_jwt.validate")
                .peeks("alcoholic_jwt.token_kid")
                .signs("jsonwebtokens.encode")
                .verifies("jsonwebtokens.Verifier.**.verify")
                .peeks(
                        "jsonwebtokens.raw.decode_only",
                        "jsonwebtokens.raw.decode_header_only",
                        "jsonwebtokens.raw.decode_json_token_slice")
                .takesKey("jsonwebtokens.Algorithm.new_hmac", at(1))
                .verifies(
                        "jwt_authorizer.JwtAuthorizer.**.build",
                        "jwt_authorizer.IntoLayer.into_layer")
                .takesKey("jwt_authorizer.JwtAuthorizer.from_secret", at(0))
                .signs("jwtk.sign")
                .verifies("jwtk.verify", "jwtk.verify_only")
                .peeks("jwtk.decode_without_verify");
    }
}
