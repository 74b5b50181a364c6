import jsonwebtoken from 'jsonwebtoken';

interface Deps {
  jwt: typeof jsonwebtoken;
  now: () => Date;
}

export class Tokens {
  private readonly jwt: typeof jsonwebtoken;

  constructor(private readonly deps: Deps) {
    this.jwt = deps.jwt;
  }

  read(token: string, key: string) {
    return this.deps.jwt.verify(token, key); // expect: local-decode
  }

  header(token: string) {
    return this.jwt?.decode(token, { complete: true })?.header; // expect: unverified-decode
  }
}

export const tokens = new Tokens({ jwt: jsonwebtoken, now: () => new Date() });
