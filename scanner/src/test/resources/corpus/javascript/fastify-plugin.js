const fp = require('fastify-plugin');

module.exports = fp(async function (fastify) {
  fastify.register(require('@fastify/jwt'), { // expect: local-decode
    secret: 'super-secret-value', // expect: secret-hardcoded
  });

  fastify.decorate('authenticate', async (request, reply) => {
    try {
      await request.jwtVerify(); // expect: local-decode
    } catch (err) {
      reply.send(err);
    }
  });

  fastify.post('/login', async (request, reply) => {
    const user = await fastify.users.check(request.body);
    const token = fastify.jwt.sign({ sub: user.id }); // expect: local-sign
    const other = await reply.jwtSign({ sub: user.id, kind: 'refresh' }); // expect: local-sign
    return { token, other };
  });

  fastify.get('/debug', async (request) => fastify.jwt.decode(request.query.token)); // expect: unverified-decode
});
