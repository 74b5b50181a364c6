use base64::prelude::*;
use hmac::{Hmac, Mac};
use sha2::Sha256;

#[derive(serde::Deserialize)]
pub struct Event {
    kind: String,
    payload: serde_json::Value,
}

pub fn verify_signature(body: &[u8], header: &str) -> bool {
    let secret = std::env::var("WEBHOOK_SECRET").unwrap_or_default();
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any size");
    mac.update(body);
    let expected = hex::decode(header.trim_start_matches("sha256=")).unwrap_or_default();
    mac.verify_slice(&expected).is_ok()
}

pub fn event(body: &str) -> serde_json::Result<Event> {
    serde_json::from_str(body)
}

pub fn decode(cursor: &str) -> Option<Vec<u8>> {
    BASE64_STANDARD.decode(cursor).ok()
}
