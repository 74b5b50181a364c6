use jsonwebtoken as jwt;

const SECRET: &[u8] = b"orders-service-key"; // expect: secret-hardcoded

pub fn sign(claims: &serde_json::Value) -> jwt::errors::Result<String> {
    jwt::encode(&jwt::Header::default(), claims, &jwt::EncodingKey::from_secret(SECRET)) // expect: local-sign
}

pub fn read(token: &str) -> Option<serde_json::Value> {
    let key = jwt::DecodingKey::from_secret("another-plain-key".as_ref()); // expect: secret-hardcoded
    jwt::decode(token, &key, &jwt::Validation::default()).ok().map(|d| d.claims) // expect: local-decode
}

pub fn raw() -> jwt::EncodingKey {
    jwt::EncodingKey::from_base64_secret(r"c2VjcmV0LW9mLW9yZGVycw==").unwrap() // expect: secret-hardcoded
}
