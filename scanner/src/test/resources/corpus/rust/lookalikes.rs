//! jsonwebtoken::decode(token) is only mentioned in this file.
use std::collections::HashMap;

/// Reads `JWT_SECRET` no more.
pub const HELP: &str = "JWT_SECRET_KEY belongs to the authority";

pub struct JwtMetrics {
    pub decoded: u64,
}

pub fn encode(value: &str) -> String {
    urlencoding::encode(value).into_owned()
}

pub fn decode(value: &str) -> Option<String> {
    urlencoding::decode(value).ok().map(|v| v.into_owned())
}

pub fn message(bytes: &[u8]) -> Result<Order, prost::DecodeError> {
    Order::decode(bytes)
}

pub fn settings() -> HashMap<&'static str, String> {
    let mut all = HashMap::new();
    all.insert("issuer", std::env::var("JWT_ISSUER").unwrap_or_default());
    all.insert("github", std::env::var("GITHUB_TOKEN").unwrap_or_default());
    all.insert("ttl", std::env::var("JWT_EXPIRATION").unwrap_or("900".into()));
    all
}

pub fn version(text: &str) -> Vec<u32> {
    text.split('.').filter_map(|p| p.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{encode, EncodingKey, Header};

    #[test]
    fn reads_its_own_tokens() {
        let token = encode(&Header::default(), &1, &EncodingKey::from_secret(b"test-secret")).unwrap();
        assert!(!token.is_empty());
    }
}
