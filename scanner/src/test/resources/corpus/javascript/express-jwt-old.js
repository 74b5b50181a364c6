var jwt = require('express-jwt');
var config = require('./config');

module.exports = function (app) {
  app.use(jwt({ secret: config.secret }).unless({ path: ['/login'] })); // expect: local-decode, weak-validation, secret-env-read

  app.use(function (err, req, res, next) {
    if (err.name === 'UnauthorizedError') {
      return res.status(401).send('invalid token');
    }
    next(err);
  });
};
