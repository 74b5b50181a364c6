/**
 * Calls jwt.verify(token, process.env.JWT_SECRET) no more.
 */
export const messages = {
  jwtExpired: 'Your token has expired',
  help: "Run `export JWT_KEY=...` at the authority; jwt.sign() is not needed here",
} as const;

export type SecretName = 'JWT_SECRET' | 'JWT_SECRET_KEY';

export function tokenLabel(kind: 'jwt' | 'opaque'): string {
  return kind === 'jwt' ? 'JSON Web Token' : 'Opaque token';
}

export declare function verify(token: string, secret: string): boolean;
