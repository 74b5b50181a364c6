import jwt from '@tsndr/cloudflare-worker-jwt';

export default {
  async fetch(request, env) {
    const token = request.headers.get('Authorization')?.slice(7);
    const ok = await jwt.verify(token, env.JWT_SECRET); // expect: local-decode, secret-env-read, deprecated-secret-name
    if (!ok) return new Response('no', { status: 401 });
    const { payload } = jwt.decode(token); // expect: unverified-decode
    return Response.json({ sub: payload.sub });
  },
};
