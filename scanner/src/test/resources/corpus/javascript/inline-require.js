const express = require('express');
const app = express();

app.get('/me', (req, res) => {
  const claims = require('jsonwebtoken').verify(req.query.token, app.get('jwtSecret')); // expect: local-decode, secret-env-read
  res.json(claims);
});

app.get('/lazy', async (req, res) => {
  const { default: jwt } = await import('jsonwebtoken');
  res.json(jwt.decode(req.query.token)); // expect: unverified-decode
});

app.get('/later', (req, res) => {
  import('jose').then(({ decodeJwt }) => {
    res.json(decodeJwt(req.query.token)); // expect: unverified-decode
  });
});

app.get('/whole', (req, res, next) => {
  import('jose')
    .then((jose) => jose.jwtVerify(req.query.token, keys)) // expect: local-decode
    .then(({ payload }) => res.json(payload))
    .catch(next);
});

module.exports = app;
