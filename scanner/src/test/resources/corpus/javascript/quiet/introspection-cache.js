import LRU from 'lru-cache';

const cache = new LRU({ max: 10_000, ttl: 30_000 });

async function introspect(token) {
  const response = await fetch(`${process.env.ISSUER_URL}/oauth2/introspect`, {
    method: 'POST',
    headers: {
      authorization: 'Basic ' + btoa(`${process.env.CLIENT_ID}:${process.env.CLIENT_SECRET}`),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ token, token_type_hint: 'access_token' }),
  });
  if (!response.ok) throw new Error(`introspection answered ${response.status}`);
  return response.json();
}

export async function checkToken(token) {
  const known = cache.get(token);
  if (known) return known;
  try {
    const claims = await introspect(token);
    if (!claims.active) return null;
    cache.set(token, claims);
    return claims;
  } catch (error) {
    error.message = `cannot verify jwt: ${error.message}`;
    throw error;
  }
}
