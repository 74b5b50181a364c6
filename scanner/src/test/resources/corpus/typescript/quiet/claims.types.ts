import type { JwtPayload, Algorithm, VerifyOptions } from 'jsonwebtoken';
import type { JWTVerifyResult } from 'jose';

export interface Claims extends JwtPayload {
  tenant: string;
  roles: ReadonlyArray<'admin' | 'reader'>;
}

export type Verified = JWTVerifyResult<Claims>['payload'];
export type Verify = (token: string, secret: string, options?: VerifyOptions) => Claims;

export const ALGORITHMS: readonly Algorithm[] = ['RS256', 'ES256'];

export interface JwtSettings {
  jwtSecret: string;
  jwtIssuer: string;
  expiresIn: number;
}

export function hasRole(claims: Claims, role: Claims['roles'][number]): boolean {
  return claims.roles.includes(role);
}

export function isExpired(claims: Pick<JwtPayload, 'exp'>, now = Date.now()): boolean {
  return claims.exp !== undefined && claims.exp * 1000 <= now;
}
