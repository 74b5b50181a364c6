/* jwt.verify(token, process.env.JWT_SECRET) was removed from here */
const log = require('./log');

const HELP = `Set the signing key at the authority only.
Example: jwt.sign(payload, secret)`;

function describe(error) {
  // jwt.decode(token)
  if (error.code === 'JWT_EXPIRED') return 'Your jwt has expired';
  log.warn('jwt.verify failed: ' + error.message);
  return HELP;
}

const jwt = { header: 'Authorization', prefix: 'Bearer' };

module.exports = { describe, headerName: jwt.header, expiresIn: process.env.JWT_EXPIRES_IN };
