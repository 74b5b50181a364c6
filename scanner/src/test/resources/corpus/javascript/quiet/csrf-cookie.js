const crypto = require('crypto');
const cookie = require('cookie');
const signature = require('cookie-signature');

const SECRET = process.env.COOKIE_SECRET;

function issue(res) {
  const token = crypto.randomBytes(18).toString('base64url');
  const value = signature.sign(token, SECRET);
  res.setHeader('Set-Cookie', cookie.serialize('csrf', value, { sameSite: 'strict', path: '/' }));
  return token;
}

function verifyToken(req, res, next) {
  const { csrf = '' } = cookie.parse(req.headers.cookie || '');
  const token = signature.unsign(decodeURIComponent(csrf), SECRET);
  if (!token || token !== req.headers['x-csrf-token']) {
    return res.status(403).json({ error: 'csrf token mismatch' });
  }
  return next();
}

module.exports = { issue, verifyToken };
