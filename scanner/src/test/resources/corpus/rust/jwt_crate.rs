use std::collections::BTreeMap;

use hmac::{Hmac, Mac};
use jwt::{Header, SignWithKey, Token, VerifyWithKey};
use sha2::Sha256;

pub fn issue(user: &str) -> Result<String, jwt::Error> {
    let key: Hmac<Sha256> = Hmac::new_from_slice(b"some-plain-secret").unwrap(); // expect: secret-hardcoded
    let mut claims = BTreeMap::new();
    claims.insert("sub", user);
    claims.sign_with_key(&key) // expect: local-sign
}

pub fn read(token: &str, key: &Hmac<Sha256>) -> Result<BTreeMap<String, String>, jwt::Error> {
    token.verify_with_key(key) // expect: local-decode
}

pub fn peek(token: &str) -> Option<String> {
    let token: Token<Header, BTreeMap<String, String>, _> = Token::parse_unverified(token).ok()?; // expect: unverified-decode
    token.claims().get("sub").cloned()
}
