import jwt from 'jsonwebtoken';
import { jwtDecode } from 'jwt-decode';
import { randomUUID } from 'node:crypto';

export const check = jwt.verify; // expect: local-decode
export const id = randomUUID;
export const claims = <T>(token: string) => jwtDecode<T>(token); // expect: unverified-decode
export default jwt; // expect: local-decode
