import jwt from 'jsonwebtoken';
import { key } from './keys.js';

const verify = jwt.verify.bind(jwt);

export function subjectOf(token) {
  return verify(token, key).sub; // expect: local-decode
}

export function again(token) {
  return jwt.verify.call(jwt, token, key); // expect: local-decode
}

export function transpiled(token) {
  return (0, jwt.verify)(token, key); // expect: local-decode
}

export function computed(token, name = 'decode') {
  return jwt['decode'](token); // expect: unverified-decode
}
