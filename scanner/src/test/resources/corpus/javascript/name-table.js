import { sign } from 'jsonwebtoken';

const PREFIX = 'JWT_';
const KEYS = Object.freeze({
  token: `${PREFIX}SECRET`, // expect: deprecated-secret-name
  database: 'DATABASE_URL',
  mail: ['MAIL', 'PASSWORD'].join('_'),
});

export const read = (name) => process.env[name];

export function tokenKey() {
  return process.env[KEYS.token]; // expect: secret-env-read
}

export function newTokenKey() {
  return process.env[PREFIX + 'SECRET_KEY']; // expect: secret-env-read
}

export function databaseUrl() {
  return process.env[KEYS.database];
}

export function ticket(user) {
  return sign({ sub: user }, tokenKey()); // expect: local-sign
}
