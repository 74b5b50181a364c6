const axios = require('axios');
const jwt = require('jsonwebtoken');
const authClient = require('./auth-client');
const { publicKey } = require('./keys');

async function currentUser(token) {
  try {
    const { data } = await axios.post('https://auth.internal/oauth2/introspect', { token });
    return data;
  } catch (err) {
    return jwt.verify(token, publicKey); // expect: local-fallback, local-decode
  }
}

function withCatch(token) {
  return authClient.validateToken(token).catch(() => jwt.verify(token, publicKey)); // expect: local-fallback, local-decode
}

async function withStatus(token) {
  const res = await fetch('https://auth.internal/auth/validate', { headers: { Authorization: token } });
  if (!res.ok) {
    return jwt.decode(token); // expect: local-fallback, unverified-decode
  }
  return res.json();
}

const withDefault = async (token) =>
  (await authClient.validateToken(token)) ?? jwt.verify(token, publicKey); // expect: local-fallback, local-decode

async function strict(token) {
  const res = await fetch('https://auth.internal/auth/validate', { headers: { Authorization: token } });
  if (!res.ok) throw new Error('not valid');
  return res.json();
}

module.exports = { currentUser, withCatch, withStatus, withDefault, strict };
