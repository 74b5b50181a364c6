import * as jwt from 'jsonwebtoken';

type Verifier = typeof jwt;

export class Session {
  #secret: string;
  private readonly lib: Verifier | undefined;

  constructor(secret = process.env.JWT_SECRET_KEY ?? 'not-for-production') { // expect: secret-env-read, secret-hardcoded
    this.#secret = secret;
  }

  open(id: string): string {
    return jwt.sign({ id }, this.#secret, { expiresIn: '1h' }); // expect: local-sign
  }

  resume(token: string) {
    return jwt.verify(token, this.#secret); // expect: local-decode
  }
}
