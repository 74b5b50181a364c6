import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import fastifyJwt from '@fastify/jwt';
import { env } from './env';

const app = Fastify({ logger: true });

await app.register(fastifyJwt, { // expect: local-decode
  secret: env.TOKEN_PASSPHRASE, // expect: secret-env-read
  sign: { expiresIn: '10m' },
});

app.decorate('authenticate', async (request: FastifyRequest, reply: FastifyReply) => {
  try {
    await request.jwtVerify({ ignoreExpiration: true }); // expect: local-decode, weak-validation
  } catch (error) {
    await reply.code(401).send(error);
  }
});

app.post('/login', async (_request, reply) => {
  const token = await reply.jwtSign({ sub: 'me' }); // expect: local-sign
  return { token, again: app.jwt.sign({ sub: 'me' }) }; // expect: local-sign
});

app.get('/check', async (request: FastifyRequest<{ Querystring: { t: string } }>) =>
  app.jwt.verify(request.query.t), // expect: local-decode
);
