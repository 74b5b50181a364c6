import { createSigner, createVerifier, createDecoder } from 'fast-jwt';

const key = process.env.TOKEN_SIGNING; // expect: secret-env-read

export const signer = createSigner({ key, expiresIn: 600000 }); // expect: local-sign
const verifier = createVerifier({ key, ignoreExpiration: true, cache: true }); // expect: local-decode, weak-validation
const decoder = createDecoder({ complete: true }); // expect: unverified-decode

export function validateToken(token) { // expect: validate-duplicate
  return verifier(token); // expect: local-decode
}

export function headerOf(token) {
  return decoder(token).header; // expect: unverified-decode
}
