import { OpenFeature } from '@openfeature/server-sdk';

export const Flags = {
  JWT_ROTATION: 'jwt-rotation',
  JWT_IN_COOKIE: 'auth.jwt.cookie',
  LEGACY_SECRET: 'auth.legacy-secret-banner',
} as const;

const defaults: Record<string, boolean> = {
  [Flags.JWT_ROTATION]: true,
  [Flags.JWT_IN_COOKIE]: false,
};

const client = OpenFeature.getClient('auth');

export async function enabled(flag: (typeof Flags)[keyof typeof Flags]): Promise<boolean> {
  const [area] = flag.split('.');
  return client.getBooleanValue(flag, defaults[flag] ?? false, { area });
}

export async function tokenHeader(jwt: string): Promise<Record<string, string>> {
  if (await enabled(Flags.JWT_IN_COOKIE)) {
    return { cookie: `access_token=${encodeURIComponent(jwt)}` };
  }
  return { authorization: `Bearer ${jwt}` };
}
