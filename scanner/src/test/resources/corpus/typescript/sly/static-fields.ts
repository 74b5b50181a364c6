import * as jwt from 'jsonwebtoken';
import type { JwtPayload } from 'jsonwebtoken';

export class Engine {
  private static readonly lib = jwt;
  private static readonly ops = { judge: jwt.verify, look: jwt.decode } as const;
  private readonly step = jwt['veri' + 'fy'];

  static user(token: string, key: string): JwtPayload {
    return Engine.lib.verify(token, key) as JwtPayload; // expect: local-decode
  }

  static again(token: string, key: string) {
    return Engine.ops.judge(token, key); // expect: local-decode
  }

  peek(token: string) {
    return Engine.ops?.['look']?.(token); // expect: unverified-decode
  }

  third(token: string, key: string) {
    return this.step(token, key); // expect: local-decode
  }
}
