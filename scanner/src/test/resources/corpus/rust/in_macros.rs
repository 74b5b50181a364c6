use jsonwebtoken::{decode, DecodingKey, EncodingKey, Validation};

lazy_static::lazy_static! {
    pub static ref SIGNING: String = std::env::var("JWT_SECRET").unwrap_or_else(|_| "lazy-days".to_string()); // expect: secret-env-read, secret-hardcoded, deprecated-secret-name
    static ref KEY: EncodingKey = EncodingKey::from_secret(SIGNING.as_bytes());
}

pub fn make<T: serde::Serialize>(claims: &T) -> String {
    jsonwebtoken::encode(&Default::default(), claims, &KEY).unwrap() // expect: local-sign
}

pub async fn first(token: &str, key: &DecodingKey) -> anyhow::Result<()> {
    tokio::select! {
        answer = fetch() => { answer?; }
        _ = tokio::time::sleep(std::time::Duration::from_secs(1)) => {
            let data = decode::<crate::Claims>(token, key, &Validation::default())?; // expect: local-decode
            drop(data);
        }
        else => return Ok(()),
    }
    Ok(())
}

async fn fetch() -> anyhow::Result<()> {
    Ok(())
}

fn env_or(name: &str) -> String {
    std::env::var(name).unwrap_or_default()
}

pub fn reading() -> DecodingKey {
    DecodingKey::from_secret(env_or("TOKEN_KEY").as_bytes()) // expect: secret-env-read
}
