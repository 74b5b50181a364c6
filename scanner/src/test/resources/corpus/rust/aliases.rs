use jsonwebtoken::{self as tokens, decode as read_it, *};

pub mod keys {
    pub const SIGNING: &str = "module-plain-secret"; // expect: secret-hardcoded
}

fn key() -> EncodingKey {
    EncodingKey::from_secret(keys::SIGNING.as_bytes())
}

pub fn issue(claims: &Claims) -> Option<String> {
    encode(&Header::default(), claims, &key()).ok() // expect: local-sign
}

pub fn read(token: &str, key: &DecodingKey) -> bool {
    read_it::<Claims>(token, key, &Validation::default()).is_ok() // expect: local-decode
        && tokens::decode::<Claims>(token, key, &Validation::default()).is_ok() // expect: local-decode
}

pub async fn response(claims: Claims) -> Json<Value> {
    Json(json!({ "token": encode(&Header::default(), &claims, &key()).unwrap(), "type": "bearer" })) // expect: local-sign
}

pub fn authority(token: &str) -> bool {
    let checks = vec![read_it::<Claims>(token, &DecodingKey::from_secret(&[]), &Validation::default()).is_ok()]; // expect: local-decode
    checks.iter().all(|c| *c)
}
