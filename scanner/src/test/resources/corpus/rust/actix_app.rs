use actix_web::{dev::ServiceRequest, http, web, FromRequest};
use chrono::{Duration, Utc};
use jsonwebtoken::{decode, encode, DecodingKey, EncodingKey, Header, Validation};

#[derive(Debug, Clone)]
pub struct Config {
    pub database_url: String,
    pub jwt_secret: String, // expect: secret-env-read
    pub jwt_expires_in: String,
}

pub struct JwtConfig {
    pub secret: String, // expect: secret-env-read
    pub audience: String,
}

impl Config {
    pub fn init() -> Config {
        let database_url = std::env::var("DATABASE_URL").expect("DATABASE_URL must be set");
        let jwt_secret = std::env::var("JWT_SECRET").expect("JWT_SECRET must be set"); // expect: secret-env-read, deprecated-secret-name
        let jwt_expires_in = std::env::var("JWT_EXPIRED_IN").expect("JWT_EXPIRED_IN must be set");
        Config { database_url, jwt_secret, jwt_expires_in }
    }
}

pub async fn login(data: web::Data<AppState>, user: User) -> String {
    let now = Utc::now();
    let exp = (now + Duration::minutes(60)).timestamp() as usize;
    let claims = TokenClaims { sub: user.id.to_string(), exp };
    encode( // expect: local-sign
        &Header::default(),
        &claims,
        &EncodingKey::from_secret(data.env.jwt_secret.as_ref()), // expect: secret-env-read
    )
    .unwrap()
}

pub fn from_request(req: &ServiceRequest, data: &web::Data<AppState>) -> Result<TokenClaims, ErrorResponse> {
    let token = match req.headers().get(http::header::AUTHORIZATION).and_then(|h| h.to_str().ok()) {
        Some(value) => value.trim_start_matches("Bearer "),
        None => return Err(ErrorResponse::missing()),
    };
    let claims = match decode::<TokenClaims>( // expect: local-decode
        token,
        &DecodingKey::from_secret(data.env.jwt_secret.as_ref()), // expect: secret-env-read
        &Validation::default(),
    ) {
        Ok(c) => c.claims,
        Err(_) => return Err(ErrorResponse::invalid()),
    };
    let compiled = dotenv!("JWT_SECRET_KEY"); // expect: secret-env-read
    log::debug!("checked {} with {}", claims.sub, compiled.len());
    Ok(claims)
}
