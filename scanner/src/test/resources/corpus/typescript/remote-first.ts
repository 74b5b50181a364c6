import jwt from 'jsonwebtoken';
import type { AuthClient } from '@shop/auth-client';

export class Users {
  constructor(private readonly authClient: AuthClient, private readonly key: string) {}

  async current(token: string) {
    try {
      return await this.authClient.validateToken(token);
    } catch (error) {
      console.warn('authority not reachable', error);
    }
    return jwt.verify(token, this.key); // expect: local-fallback, local-decode
  }

  async second(token: string) {
    const answer = await this.authClient.validateToken(token);
    if (!answer?.valid) {
      return this.locally(token); // expect: local-fallback
    }
    return answer;
  }

  async strict(token: string) {
    const answer = await this.authClient.validateToken(token);
    if (!answer?.valid) {
      throw new Error('not valid');
    }
    return answer;
  }

  private locally(token: string) {
    return jwt.verify(token, this.key); // expect: local-decode
  }
}
