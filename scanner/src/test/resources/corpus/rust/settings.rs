use clap::Parser;
use serde::Deserialize;

#[derive(Parser)]
pub struct Args {
    #[arg(long, env = "PORT", default_value = "8080")]
    port: u16,
    #[arg(long, env = "JWT_SECRET_KEY", default_value = "cli-default-secret")] // expect: secret-env-read, secret-hardcoded
    signing: String,
    #[clap(long, env)] // expect: secret-env-read, deprecated-secret-name
    jwt_secret: String,
}

#[derive(Debug, Deserialize)]
pub struct AuthConfig {
    pub issuer: String,
    pub jwt_secret: String, // expect: secret-env-read
    #[serde(default = "default_ttl")]
    pub jwt_ttl: u64,
}

fn default_ttl() -> u64 {
    900
}

pub fn load() -> Result<AuthConfig, config::ConfigError> {
    config::Config::builder()
        .set_default("jwt_secret", "builder-default-secret")? // expect: secret-hardcoded
        .add_source(config::Environment::with_prefix("APP"))
        .build()?
        .try_deserialize()
}

pub fn single(settings: &config::Config) -> String {
    settings.get_string("jwt.secret").unwrap_or_else(|_| String::from("one-more-default")) // expect: secret-env-read, secret-hardcoded
}
