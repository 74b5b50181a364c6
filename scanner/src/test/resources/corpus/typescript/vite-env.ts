import { SignJWT } from 'jose';

const key = new TextEncoder().encode(import.meta.env.VITE_JWT_SECRET_KEY); // expect: secret-env-read
const other = Bun.env.JWT_SECRET_KEY; // expect: secret-env-read

export async function token(sub: string): Promise<string> {
  const builder = new SignJWT({ sub });
  builder.setProtectedHeader({ alg: 'HS256' });
  return await builder.sign(key); // expect: local-sign
}

export const base = import.meta.env.VITE_API_URL;
export const has = other !== undefined;
