use std::sync::Arc;

use axum::{extract::State, http::StatusCode, Json};
use jsonwebtoken::{decode, DecodingKey, EncodingKey, Header, Validation};

#[derive(Clone)]
pub struct Keys {
    encoding: EncodingKey,
    decoding: DecodingKey,
}

impl Keys {
    pub fn new(secret: &[u8]) -> Self {
        Self { encoding: EncodingKey::from_secret(secret), decoding: DecodingKey::from_secret(secret) }
    }

    pub fn from_env() -> Self {
        let secret = std::env::var("TOKEN_KEY").unwrap_or_else(|_| "dev-only-value".to_string()); // expect: secret-env-read, secret-hardcoded
        Self { encoding: EncodingKey::from_secret(secret.as_bytes()), decoding: DecodingKey::from_secret(secret.as_bytes()) }
    }
}

pub async fn login(State(keys): State<Arc<Keys>>, Json(body): Json<Login>) -> Result<Json<Token>, StatusCode> {
    let claims = Claims { sub: body.user };
    let token = jsonwebtoken::encode(&Header::default(), &claims, &keys.encoding) // expect: local-sign
        .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
    Ok(Json(Token { token }))
}

pub async fn verify_jwt(keys: &Keys, token: &str) -> Result<Claims, StatusCode> { // expect: validate-duplicate
    match decode::<Claims>(token, &keys.decoding, &Validation::default()) { // expect: local-decode
        Ok(data) => Ok(data.claims),
        Err(_) => Err(StatusCode::UNAUTHORIZED),
    }
}
