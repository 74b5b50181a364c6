import jwt = require('jsonwebtoken');
import fs = require('fs');
import verify = jwt.verify;

export class TokenReader {
  private static readonly key = fs.readFileSync('/run/keys/public.pem');

  read<T extends object>(token: string): T {
    return verify(token, TokenReader.key, { algorithms: ['RS256'] }) as T; // expect: local-decode
  }

  peek(token: string) {
    return jwt.decode(token); // expect: unverified-decode
  }
}
