use josekit::jws::{JwsHeader, HS256};
use josekit::jwt::{self, JwtPayload};
use josekit::JoseError;

pub fn issue(user: &str, key: &[u8]) -> Result<String, JoseError> {
    let mut payload = JwtPayload::new();
    payload.set_subject(user);
    let signer = HS256.signer_from_bytes(key)?;
    jwt::encode_with_signer(&payload, &JwsHeader::new(), &signer) // expect: local-sign
}

pub fn read(token: &str) -> Result<JwtPayload, JoseError> {
    let verifier = HS256.verifier_from_bytes(b"0123456789ABCDEF0123456789ABCDEF")?; // expect: secret-hardcoded
    let (payload, _header) = jwt::decode_with_verifier(token, &verifier)?; // expect: local-decode
    Ok(payload)
}

pub fn header(token: &str) -> Result<Box<dyn josekit::JoseHeader>, JoseError> {
    jwt::decode_header(token) // expect: unverified-decode
}
