import jwt from 'jsonwebtoken';

const libraries = { tokens: jwt, codec: JSON };
const operations = {
  check: jwt.verify,
  read: jwt['de' + 'code'],
  make: (claims, key) => jwt['si' + 'gn'](claims, key), // expect: local-sign
};

export const current = (token, key) => jwt['ver' + 'ify'](token, key); // expect: local-decode

export const checked = (token, key) => operations.check(token, key); // expect: local-decode

export const peek = (token) => operations['read'](token); // expect: unverified-decode

export const nested = (token, key) => libraries.tokens.verify(token, key); // expect: local-decode

export const optional = (token, key) => jwt?.verify?.(token, key); // expect: local-decode

export const text = (text) => libraries.codec.parse(text);
