import { z } from 'zod';

const Env = z.object({
  NODE_ENV: z.enum(['development', 'production']),
  DATABASE_URL: z.string().url(),
  JWT_ISSUER: z.string().url(),
  JWT_AUDIENCE: z.string().default('orders'),
  JWT_EXPIRES_IN: z.string().default('15m'),
  JWT_PUBLIC_KEY: z.string().optional(),
  JWT_JWKS_URL: z.string().url(),
  SESSION_SECRET: z.string().min(32),
  STRIPE_SECRET_KEY: z.string().startsWith('sk_'),
  NEXTAUTH_URL: z.string().url(),
});

export const env = Env.parse(process.env);

export const cookies = {
  jwtCookieName: 'access_token',
  jwtCookieDomain: '.example.com',
  maxAge: 900,
} as const;

export const issuer = env.JWT_ISSUER.replace(/\/$/, '');
export const publicKey = env.JWT_PUBLIC_KEY?.replace(/\\n/g, '\n');
