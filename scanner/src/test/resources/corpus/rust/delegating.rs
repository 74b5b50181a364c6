use reqwest::Client;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct Question<'a> {
    token: &'a str,
}

#[derive(Deserialize)]
pub struct Answer {
    pub active: bool,
    pub sub: Option<String>,
}

pub async fn validate_token(http: &Client, base: &str, token: &str) -> anyhow::Result<Answer> {
    let response = http
        .post(format!("{base}/auth/validate"))
        .json(&Question { token })
        .send()
        .await?
        .error_for_status()?;
    let answer: Answer = serde_json::from_slice(&response.bytes().await?)?;
    anyhow::ensure!(answer.active, "the token is not valid");
    Ok(answer)
}

pub async fn introspect(http: &Client, token: &str) -> reqwest::Result<bool> {
    let answer: Answer = http
        .post("https://auth.example.com/oauth2/introspect")
        .form(&[("token", token)])
        .send()
        .await?
        .json()
        .await?;
    Ok(answer.active)
}
