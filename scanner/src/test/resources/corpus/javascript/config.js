require('dotenv').config();

module.exports = {
  port: process.env.PORT || 3000,
  mongo: process.env.MONGO_URI,
  jwtSecret: process.env.JWT_SECRET || 'mysecretkey', // expect: secret-env-read, deprecated-secret-name, secret-hardcoded
  jwtExpiration: '1d',
  jwt: {
    secret: 'another-fixed-secret', // expect: secret-hardcoded
    issuer: 'shop',
  },
};
