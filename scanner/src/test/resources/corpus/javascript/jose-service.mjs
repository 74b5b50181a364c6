import * as jose from 'jose';
import { createSecretKey } from 'node:crypto';

const jwks = jose.createRemoteJWKSet(new URL('https://id.example.com/jwks'));
const secret = new TextEncoder().encode(process.env.JWT_SECRET_KEY); // expect: secret-env-read

export async function issue(sub) {
  return new jose.SignJWT({ sub })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(secret); // expect: local-sign
}

export async function whoIs(token) {
  const { payload } = await jose.jwtVerify(token, jwks, { issuer: 'https://id.example.com' }); // expect: local-decode
  return payload.sub;
}

export const kid = (token) => jose.decodeProtectedHeader(token).kid; // expect: unverified-decode

export async function seal(data) {
  const jws = await new jose.CompactSign(data).setProtectedHeader({ alg: 'HS256' }).sign(createSecretKey('short-fixed-key', 'utf8')); // expect: local-sign, secret-hardcoded
  return jws;
}

export const open = (token) => jose.UnsecuredJWT.decode(token).payload; // expect: unverified-decode, weak-validation

export async function encrypt(claims, recipient) {
  return new jose.EncryptJWT(claims).setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A256GCM' }).encrypt(recipient);
}
