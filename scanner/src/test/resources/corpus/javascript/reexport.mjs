export { verify, sign as issue } from 'jsonwebtoken'; // expect: local-decode, local-sign
export * from 'jose'; // expect: local-decode
export * as uuid from 'uuid';
export { default as pick } from 'lodash/pick.js';
