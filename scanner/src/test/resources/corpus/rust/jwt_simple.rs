use jwt_simple::prelude::*;

pub struct Tokens {
    key: HS256Key,
}

impl Tokens {
    pub fn new() -> Self {
        Self { key: HS256Key::from_bytes(b"jwt-simple-plain-key") } // expect: secret-hardcoded
    }

    pub fn issue(&self, user: &str) -> Result<String, jwt_simple::Error> {
        let claims = Claims::create(Duration::from_mins(5)).with_subject(user);
        self.key.authenticate(claims) // expect: local-sign
    }

    pub fn subject(&self, token: &str) -> Option<String> {
        let claims = self.key.verify_token::<NoCustomClaims>(token, None).ok()?; // expect: local-decode
        claims.subject
    }
}

pub fn kid(token: &str) -> Option<String> {
    let metadata = Token::decode_metadata(token).ok()?; // expect: unverified-decode
    metadata.key_id().map(|k| k.to_string())
}

pub fn public(pem: &str, token: &str) -> bool {
    let key = RS256PublicKey::from_pem(pem).unwrap();
    key.verify_token::<NoCustomClaims>(token, None).is_ok() // expect: local-decode
}
