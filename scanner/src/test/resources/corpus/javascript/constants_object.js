const jwtConstants = {
  secret: 'DO NOT USE THIS VALUE IN PRODUCTION', // expect: secret-hardcoded
  expiresIn: '15m',
};

const sessionConstants = { secret: 'of another kind' };

module.exports = { jwtConstants, sessionConstants };
