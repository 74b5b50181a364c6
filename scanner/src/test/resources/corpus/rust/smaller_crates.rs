use biscuit::jwa::SignatureAlgorithm;
use biscuit::jws::Secret;
use biscuit::{Empty, JWT};
use frank_jwt::{Algorithm, ValidationOptions};
use jwt_compact::{alg::{Hs256, Hs256Key}, prelude::*};

pub fn biscuit_read(token: &str, secret: &Secret) -> bool {
    let token = JWT::<Private, Empty>::new_encoded(token);
    token.into_decoded(secret, SignatureAlgorithm::HS256).is_ok() // expect: local-decode
}

pub fn biscuit_issue(claims: Claims, secret: &Secret) -> String {
    let token = JWT::new_decoded(header(), claims);
    token.into_encoded(secret).unwrap().unwrap_encoded().to_string() // expect: local-sign
}

pub fn frank(token: &str) -> bool {
    let options = ValidationOptions::dangerous(); // expect: weak-validation
    frank_jwt::decode(token, &"frank-plain-secret", Algorithm::HS256, &options).is_ok() // expect: local-decode, secret-hardcoded
}

pub fn alcoholic(token: &str, key: &alcoholic_jwt::JWK) -> bool {
    let kid = alcoholic_jwt::token_kid(token); // expect: unverified-decode
    kid.is_ok() && alcoholic_jwt::validate(token, key, vec![]).is_ok() // expect: local-decode
}

pub fn compact(claims: &Claims<Custom>) -> String {
    let key = Hs256Key::new(b"super_secret_key_donut_steal"); // expect: secret-hardcoded
    Hs256.token(&Header::empty(), claims, &key).unwrap() // expect: local-sign
}
