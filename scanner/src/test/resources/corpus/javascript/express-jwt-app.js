const express = require('express');
const { expressjwt } = require('express-jwt');
const jwksRsa = require('jwks-rsa');

const app = express();

const checkJwt = expressjwt({ // expect: local-decode
  secret: jwksRsa.expressJwtSecret({
    cache: true,
    jwksUri: 'https://tenant.example.com/.well-known/jwks.json',
  }),
  audience: 'https://orders.example.com',
  algorithms: ['RS256'],
});

app.use('/api', checkJwt);
app.use(
  '/legacy',
  expressjwt({ // expect: local-decode
    secret: 'legacy-shared-key', // expect: secret-hardcoded
    algorithms: ['HS256'],
  }).unless({ path: ['/legacy/health'] }),
);

app.get('/api/me', (req, res) => res.json(req.auth));
module.exports = app;
