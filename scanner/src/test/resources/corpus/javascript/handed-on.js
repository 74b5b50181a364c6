const { promisify } = require('util');
const jwt = require('jsonwebtoken');
const retry = require('p-retry');

const verifyAsync = promisify(jwt.verify); // expect: local-decode
const signAsync = promisify(jwt.sign); // expect: local-sign

async function session(req) {
  const claims = await verifyAsync(req.cookies.token, process.env.SESSION_KEY); // expect: local-decode, secret-env-read
  return claims.sub;
}

async function start(user) {
  return retry(() => signAsync({ sub: user.id }, loadKey())); // expect: local-sign
}

function loadKey() {
  return require('fs').readFileSync('/run/keys/session.pem');
}

module.exports = { session, start };
module.exports.verify = jwt.verify; // expect: local-decode
