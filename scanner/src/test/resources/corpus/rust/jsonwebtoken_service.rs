use jsonwebtoken::{decode, encode, Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use std::env;

#[derive(Debug, Serialize, Deserialize)]
pub struct Claims {
    sub: String,
    exp: usize,
}

#[derive(Debug)]
pub enum AuthError {
    Invalid,
}

pub fn create_token(user: &str) -> Result<String, AuthError> {
    let secret = env::var("JWT_SECRET_KEY").expect("the key must be set"); // expect: secret-env-read
    let claims = Claims { sub: user.to_owned(), exp: 10_000_000_000 };
    encode( // expect: local-sign
        &Header::new(Algorithm::HS512),
        &claims,
        &EncodingKey::from_secret(secret.as_bytes()),
    )
    .map_err(|_| AuthError::Invalid)
}

pub fn validate_token(token: &str) -> Result<Claims, AuthError> { // expect: validate-duplicate
    let secret = env::var("JWT_SECRET_KEY").map_err(|_| AuthError::Invalid)?; // expect: secret-env-read
    let data = decode::<Claims>( // expect: local-decode
        token,
        &DecodingKey::from_secret(secret.as_ref()),
        &Validation::new(Algorithm::HS512),
    )
    .map_err(|_| AuthError::Invalid)?;
    Ok(data.claims)
}
