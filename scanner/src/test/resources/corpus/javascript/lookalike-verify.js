const captcha = require('./captcha');
const { OAuth2Client } = require('google-auth-library');
const mailer = require('./mailer');

const google = new OAuth2Client(process.env.GOOGLE_CLIENT_ID);

async function verifyEmail(req, res) {
  const row = await mailer.verify(req.query.token);
  res.redirect(row ? '/welcome' : '/expired');
}

async function verifyCaptcha(req, res, next) {
  if (!(await captcha.verify(req.body.captcha))) return res.status(400).send('captcha');
  next();
}

async function googleUser(idToken) {
  const ticket = await google.verifyIdToken({ idToken, audience: process.env.GOOGLE_CLIENT_ID });
  return ticket.getPayload().email;
}

class LoginForm {
  verify(values) {
    return values.email.includes('@');
  }

  validateToken(value) {
    return typeof value === 'string' && value.length === 6;
  }
}

module.exports = { verifyEmail, verifyCaptcha, googleUser, LoginForm };
