use jsonwebtoken as jwt;
use jwt::{Algorithm, DecodingKey, TokenData, Validation};
use jwt_simple::prelude::*;

pub struct Signing(Ed25519KeyPair);
pub struct Verifying(pub Ed25519PublicKey, String);
pub struct Meters(f64);

impl Signing {
    pub fn load() -> anyhow::Result<Self> {
        Ok(Self(Ed25519KeyPair::from_pem(&std::env::var("EDGE_PEM")?)?)) // expect: secret-env-read
    }

    pub fn sign(&self, user: User) -> anyhow::Result<String> {
        self.0.sign(Claims::with_custom_claims(user, Duration::from_secs(60))) // expect: local-sign
    }
}

impl Verifying {
    pub fn read(&self, token: &str) -> anyhow::Result<User> {
        Ok(self.0.verify_token::<User>(token, None)?.custom) // expect: local-decode
    }
}

impl Meters {
    pub fn sign(&self) -> f64 {
        self.0.signum()
    }
}

pub struct Lax {
    key: DecodingKey,
    validation: Validation,
}

impl Lax {
    pub fn new(key: DecodingKey) -> Self {
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.validate_exp = false; // expect: weak-validation
        Self { key, validation }
    }

    pub fn read(&self, token: &str) -> jwt::errors::Result<TokenData<User>> {
        jwt::decode(token, &self.key, &self.validation) // expect: local-decode
    }

    pub fn once(&self, token: &str) -> Option<User> {
        let validation = Validation { validate_aud: false, ..Validation::default() }; // expect: weak-validation
        jwt::decode::<User>(token, &self.key, &validation).ok().map(|d| d.claims) // expect: local-decode
    }
}
