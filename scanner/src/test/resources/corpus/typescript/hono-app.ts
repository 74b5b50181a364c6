import { Hono } from 'hono';
import { decode, jwt, sign, verify } from 'hono/jwt';
import { bearerAuth } from 'hono/bearer-auth';

type Bindings = { JWT_SECRET_KEY: string };
const app = new Hono<{ Bindings: Bindings }>();

app.use('/api/*', (c, next) => jwt({ secret: c.env.JWT_SECRET_KEY })(c, next)); // expect: local-decode, secret-env-read
app.use('/ops/*', bearerAuth({ token: 'ops' }));

app.post('/login', async (c) => {
  const { id } = await c.req.json();
  return c.json({ token: await sign({ sub: id }, c.env.JWT_SECRET_KEY) }); // expect: local-sign, secret-env-read
});

app.get('/who', async (c) => {
  const token = c.req.query('token') ?? '';
  const { header } = decode(token); // expect: unverified-decode
  const claims = await verify(token, c.env.JWT_SECRET_KEY, { alg: 'HS256', exp: false }); // expect: local-decode, weak-validation, secret-env-read
  return c.json({ header, claims, user: c.get('jwtPayload') });
});

export default app;
