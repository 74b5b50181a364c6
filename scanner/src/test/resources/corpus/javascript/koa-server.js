import Koa from 'koa';
import koaJwt from 'koa-jwt';
import Router from '@koa/router';

const app = new Koa();
const router = new Router();

app.use(koaJwt({ secret: process.env.JWT_SECRET_KEY }).unless({ path: [/^\/public/] })); // expect: local-decode, secret-env-read

router.get('/orders', (ctx) => {
  ctx.body = { user: ctx.state.user.sub };
});

app.use(router.routes());
app.listen(3000);
