use jsonwebtoken::{dangerous::insecure_decode, decode, decode_header, DecodingKey, TokenData, Validation};
use serde_json::Value;

pub fn no_expiry(token: &str, key: &DecodingKey) -> jsonwebtoken::errors::Result<TokenData<Value>> {
    let mut validation = Validation::default();
    validation.validate_exp = false; // expect: weak-validation
    validation.leeway = 30;
    decode::<Value>(token, key, &validation) // expect: local-decode
}

pub fn no_signature(token: &str, key: &DecodingKey) -> Option<Value> {
    let mut validation = Validation::default();
    validation.insecure_disable_signature_validation(); // expect: weak-validation
    decode::<Value>(token, key, &validation).map(|d| d.claims).ok() // expect: unverified-decode, weak-validation
}

pub fn literal(token: &str, key: &DecodingKey) -> bool {
    let validation = Validation {
        validate_exp: false, // expect: weak-validation
        ..Validation::default()
    };
    decode::<Value>(token, key, &validation).is_ok() // expect: local-decode
}

pub fn kid(token: &str) -> Option<String> {
    decode_header(token).ok()?.kid // expect: unverified-decode
}

pub fn peek(token: &str) -> Option<Value> {
    insecure_decode::<Value>(token).ok().map(|d| d.claims) // expect: unverified-decode
}

pub fn old(token: &str) -> Option<Value> {
    jsonwebtoken::dangerous_insecure_decode::<Value>(token).ok().map(|d| d.claims) // expect: unverified-decode
}
