use base64::{engine::general_purpose::URL_SAFE_NO_PAD as B64, Engine};
use hmac::{Hmac, Mac};
use serde_json::Value;
use sha2::Sha256;

pub fn verify_jwt(token: &str, key: &[u8]) -> Option<Value> { // expect: validate-duplicate
    let (message, signature) = token.rsplit_once('.')?;
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?; // expect: local-decode
    mac.update(message.as_bytes());
    mac.verify_slice(&B64.decode(signature).ok()?).ok()?;
    let (_, payload) = message.split_once('.')?;
    serde_json::from_slice(&B64.decode(payload).ok()?).ok()
}

pub fn signed_path(path: &str, expires: u64, key: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(format!("{path}.{expires}").as_bytes());
    format!("{path}?e={expires}&s={}", hex::encode(mac.finalize().into_bytes()))
}
