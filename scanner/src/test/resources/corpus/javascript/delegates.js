const axios = require('axios');

const AUTH_URL = process.env.AUTH_URL || 'http://auth:8080';

async function validateToken(token) {
  const { data } = await axios.post(`${AUTH_URL}/oauth2/introspect`, new URLSearchParams({ token }));
  if (!data.active) throw new Error('token is not active');
  return data;
}

async function authenticate(req, res, next) {
  try {
    req.user = await validateToken(req.headers.authorization.split(' ')[1]);
    next();
  } catch (err) {
    res.status(401).json({ error: 'invalid_token' });
  }
}

module.exports = { validateToken, authenticate };
