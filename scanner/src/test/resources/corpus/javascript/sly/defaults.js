import * as jose from 'jose';
import jsonwebtoken from 'jsonwebtoken';

export function user(token, key, library = jsonwebtoken) {
  return library.verify(token, key); // expect: local-decode
}

export function claims(token, { decodeJwt: read } = jose) {
  return read(token); // expect: unverified-decode
}

export async function payload(token, key, { check = jose.jwtVerify } = {}) {
  return (await check(token, key)).payload; // expect: local-decode
}

export function text(bytes, decoder = new TextDecoder()) {
  return decoder.decode(bytes);
}
