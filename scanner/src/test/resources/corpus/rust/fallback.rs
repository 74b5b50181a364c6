use jsonwebtoken::{decode, DecodingKey, Validation};

pub struct Guard {
    auth_client: AuthClient,
    key: DecodingKey,
}

impl Guard {
    pub async fn first(&self, token: &str) -> Result<Claims, Error> {
        match self.auth_client.validate_token(token).await {
            Ok(claims) => Ok(claims),
            Err(e) => {
                tracing::warn!("the authority does not answer: {}", e);
                self.decode_here(token) // expect: local-fallback
            }
        }
    }

    pub async fn second(&self, token: &str) -> Result<Claims, Error> {
        if let Ok(claims) = self.auth_client.validate_token(token).await {
            return Ok(claims);
        }
        self.decode_here(token) // expect: local-fallback
    }

    pub async fn third(&self, token: &str) -> Result<Claims, Error> {
        self.auth_client.validate_token(token).await.or_else(|_| self.decode_here(token)) // expect: local-fallback
    }

    pub async fn fourth(&self, token: &str) -> Result<Claims, Error> {
        let answer = self.auth_client.validate_token(token).await;
        if answer.is_err() {
            let data = decode::<Claims>(token, &self.key, &Validation::default())?; // expect: local-fallback, local-decode
            return Ok(data.claims);
        }
        answer
    }

    pub async fn fine(&self, token: &str) -> Result<Claims, Error> {
        let claims = self.auth_client.validate_token(token).await?;
        Ok(claims)
    }

    fn decode_here(&self, token: &str) -> Result<Claims, Error> {
        Ok(decode::<Claims>(token, &self.key, &Validation::default())?.claims) // expect: local-decode
    }
}
