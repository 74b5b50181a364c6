const jwt = require('jsonwebtoken');
const User = require('../models/user');

// jwt.verify throws when the token is not good
module.exports = async function verifyToken(req, res, next) { // expect: validate-duplicate
  const header = req.headers.authorization || '';
  const token = header.replace('Bearer ', '');
  if (!token) return res.status(401).json({ message: 'No token' });
  try {
    const payload = jwt.verify(token, process.env.JWT_SECRET); // expect: local-decode, secret-env-read, deprecated-secret-name
    req.user = await User.findById(payload.id);
    next();
  } catch (err) {
    if (err instanceof jwt.TokenExpiredError) {
      return res.status(401).json({ message: 'Token expired' });
    }
    res.status(401).json({ message: 'Invalid token' });
  }
};
