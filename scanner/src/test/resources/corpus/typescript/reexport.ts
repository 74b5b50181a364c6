export { jwtVerify, SignJWT } from 'jose'; // expect: local-decode
export type { JWTPayload } from 'jose';
export { type Secret, decode } from 'jsonwebtoken'; // expect: unverified-decode
export { z } from 'zod';
export * from './types';
