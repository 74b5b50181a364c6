const { JWT, JWK } = require('jose');
const keystore = require('./keystore');

const key = JWK.asKey('old-shared-secret-value'); // expect: secret-hardcoded

function create(claims) {
  return JWT.sign(claims, key, { expiresIn: '1 hour' }); // expect: local-sign
}

function consume(token) {
  return JWT.verify(token, keystore, { issuer: 'shop', ignoreExp: true }); // expect: local-decode, weak-validation
}

const inspect = (token) => JWT.decode(token, { complete: true }); // expect: unverified-decode

module.exports = { create, consume, inspect };
