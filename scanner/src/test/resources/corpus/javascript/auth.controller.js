const bcrypt = require('bcryptjs');
const jwt = require('jsonwebtoken');
const { v4: uuid } = require('uuid');
const users = require('./users');

const TTL = process.env.JWT_EXPIRES_IN || '15m';

const signToken = (id) =>
  jwt.sign({ id, jti: uuid() }, process.env.JWT_SECRET_KEY || 'change-me-please', { // expect: local-sign, secret-env-read, secret-hardcoded
    expiresIn: TTL,
  });

exports.login = async (req, res) => {
  const user = await users.byEmail(req.body.email);
  if (!user || !(await bcrypt.compare(req.body.password, user.hash))) {
    return res.status(401).send('Bad credentials');
  }
  res.cookie('jwt', signToken(user.id), { httpOnly: true, secure: true });
  return res.json({ ok: true });
};

exports.refresh = (req, res) => {
  jwt.verify( // expect: local-decode
    req.cookies.refresh,
    process.env['REFRESH_TOKEN_KEY'], // expect: secret-env-read
    { algorithms: ['HS256'] },
    (err, decoded) => {
      if (err) return res.sendStatus(403);
      res.json({ token: signToken(decoded.id) });
    },
  );
};
