const crypto = require('crypto');

const b64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function createToken(claims, key) {
  const header = { alg: 'HS256', typ: 'JWT' };
  const body = `${b64(header)}.${b64(claims)}`;
  const signature = crypto.createHmac('sha256', key).update(body).digest('base64url'); // expect: local-sign
  return `${body}.${signature}`;
}

function claimsOf(token) {
  const [, payload] = token.split('.');
  return JSON.parse(Buffer.from(payload, 'base64').toString('utf8')); // expect: unverified-decode
}

function readToken(token, key) {
  const [header, payload, signature] = token.split('.');
  const mac = crypto.createHmac('sha256', key).update(`${header}.${payload}`).digest('base64url'); // expect: local-decode
  if (!crypto.timingSafeEqual(Buffer.from(mac), Buffer.from(signature))) return null;
  return JSON.parse(Buffer.from(payload, 'base64url').toString());
}

module.exports = { createToken, claimsOf, readToken };
