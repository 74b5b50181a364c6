import { z } from 'zod';
import { createEnv } from '@t3-oss/env-core';

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production']),
  DATABASE_URL: z.string().url(),
  JWT_SECRET_KEY: z.string().min(32), // expect: secret-env-read
  JWT_EXPIRES_IN: z.string().default('15m'),
});

export const env = schema.parse(process.env);

export const typed = createEnv({
  server: {
    JWT_SECRET: z.string().default('only-for-dev'), // expect: secret-env-read, deprecated-secret-name, secret-hardcoded
  },
  runtimeEnv: process.env,
});

export type Env = z.infer<typeof schema>;
