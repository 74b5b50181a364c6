const bcrypt = require('bcrypt');
const users = require('./users');

function credentials(header) {
  const [scheme, encoded] = header.split(' ');
  if (scheme.toLowerCase() !== 'basic') return null;
  const decoded = Buffer.from(encoded, 'base64').toString('utf-8');
  const colon = decoded.indexOf(':');
  return { name: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
}

async function authenticate(req, res, next) {
  const given = credentials(req.headers.authorization || '');
  const user = given && (await users.byName(given.name));
  if (!user || !(await bcrypt.compare(given.password, user.passwordHash))) {
    res.set('WWW-Authenticate', 'Basic realm="metrics"');
    return res.status(401).end();
  }
  req.user = user;
  return next();
}

exports.authenticate = authenticate;
exports.header = (name, password) => 'Basic ' + Buffer.from(`${name}:${password}`).toString('base64');
