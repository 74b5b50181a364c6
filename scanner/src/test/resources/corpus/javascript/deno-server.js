import { create, verify, decode } from 'https://deno.land/x/djwt@v2.8/mod.ts';
import * as jose from 'https://esm.sh/jose@5.2.0';
import { jwtDecode } from 'npm:jwt-decode@4';

const raw = Deno.env.get('JWT_SECRET_KEY'); // expect: secret-env-read
const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(raw), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);

Deno.serve(async (request) => {
  const token = request.headers.get('authorization')?.slice(7) ?? '';
  if (new URL(request.url).pathname === '/new') {
    return new Response(await create({ alg: 'HS256' }, { sub: 'a' }, key)); // expect: local-sign
  }
  const [header] = decode(token); // expect: unverified-decode
  const claims = header.kid ? await jose.jwtVerify(token, key) : await verify(token, key); // expect: local-decode
  return Response.json({ claims, name: jwtDecode(token).name }); // expect: unverified-decode
});
