use lazy_static::lazy_static;
use once_cell::sync::Lazy;
use std::sync::OnceLock;

lazy_static! {
    static ref JWT_SECRET: String = std::env::var("JWT_SECRET").expect("must be set"); // expect: secret-env-read, deprecated-secret-name
    static ref POOL: String = std::env::var("DATABASE_URL").unwrap();
}

static KEY: Lazy<Vec<u8>> = Lazy::new(|| {
    dotenvy::dotenv().ok();
    dotenvy::var("JWT_SECRET_KEY").unwrap_or("lazy-default-secret".into()).into_bytes() // expect: secret-env-read, secret-hardcoded
});

static CELL: OnceLock<String> = OnceLock::new();

fn compiled() -> &'static str {
    env!("JWT_SECRET_KEY") // expect: secret-env-read
}

fn cell() -> &'static String {
    CELL.get_or_init(|| std::env::var("SIGNING").unwrap_or_default()) // expect: secret-env-read
}

pub fn issue(claims: &Claims) -> String {
    let key = jsonwebtoken::EncodingKey::from_secret(cell().as_bytes());
    jsonwebtoken::encode(&jsonwebtoken::Header::default(), claims, &key).unwrap() // expect: local-sign
}
