import jwt, { sign as make } from 'jsonwebtoken';

type Library = typeof jwt;

export const user = (token: string, key: string, lib: Library = jwt) => lib.verify(token, key); // expect: local-decode

export function peek({ token, lib = jwt }: { token: string; lib?: Library }) {
  return lib!.decode(token); // expect: unverified-decode
}

export function engine() {
  const held = jwt;
  return {
    issue: (sub: string, key: string) => make({ sub }, key), // expect: local-sign
    check: (token: string, key: string) => held.verify(token, key), // expect: local-decode
  };
}

export const utf8 = (bytes: Uint8Array, decoder: TextDecoder = new TextDecoder()) => decoder.decode(bytes);
