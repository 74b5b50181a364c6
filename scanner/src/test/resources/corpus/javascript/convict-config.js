const convict = require('convict');

const config = convict({
  env: { format: ['production', 'development'], default: 'development', env: 'NODE_ENV' },
  token: {
    key: {
      doc: 'Key of the tokens',
      format: String,
      default: 'development-key-1',  // expect: secret-hardcoded
      env: 'JWT_SECRET_KEY', // expect: secret-env-read
    },
    lifetime: { format: 'nat', default: 900, env: 'JWT_TTL' },
  },
});

config.validate({ allowed: 'strict' });
module.exports = config;
