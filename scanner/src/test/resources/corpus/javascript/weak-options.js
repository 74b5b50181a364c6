import jwt from 'jsonwebtoken';
import fs from 'node:fs';

const publicKey = fs.readFileSync('keys/public.pem');

export function readExpired(token) {
  return jwt.verify(token, publicKey, { ignoreExpiration: true, algorithms: ['RS256'] }); // expect: local-decode, weak-validation
}

export function readUnsigned(token) {
  return jwt.verify(token, '', { algorithms: ['none'] }); // expect: local-decode, weak-validation
}

export function readLoose(token) {
  const options = { algorithms: ['RS256', 'none'] };
  return jwt.verify(token, publicKey, options); // expect: local-decode, weak-validation
}

export function readLate(token) {
  return jwt.verify(token, publicKey, { algorithms: ['RS256'], clockTolerance: 86400 }); // expect: local-decode, weak-validation
}

export function readStrict(token) {
  return jwt.verify(token, publicKey, { algorithms: ['RS256'], audience: 'orders', clockTolerance: 5 }); // expect: local-decode
}

export const peek = (token) => jwt.decode(token, { complete: true }); // expect: unverified-decode
