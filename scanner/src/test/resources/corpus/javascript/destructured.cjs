'use strict';

const { sign, verify: check, decode } = require('jsonwebtoken');
const { JWT_SECRET, PORT = 3000 } = process.env; // expect: secret-env-read, deprecated-secret-name

function issue(user) {
  return sign({ sub: user.id }, JWT_SECRET, { expiresIn: '1h' }); // expect: local-sign
}

function current(token) {
  return check(token, JWT_SECRET); // expect: local-decode
}

function keyId(token) {
  const { header } = decode(token, { complete: true }); // expect: unverified-decode
  return header.kid;
}

module.exports = { issue, current, keyId, PORT };
