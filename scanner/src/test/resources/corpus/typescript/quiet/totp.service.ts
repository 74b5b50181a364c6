import { Injectable } from '@nestjs/common';
import { authenticator } from 'otplib';
import { UserRepository } from './user.repository';

@Injectable()
export class TwoFactorService {
  constructor(private readonly users: UserRepository) {}

  async enroll(userId: string): Promise<string> {
    const secret = authenticator.generateSecret();
    await this.users.update(userId, { totpSecret: secret });
    return authenticator.keyuri(userId, 'Orders', secret);
  }

  async verify(userId: string, token: string): Promise<boolean> {
    const { totpSecret: secret } = await this.users.findOneOrFail(userId);
    return authenticator.verify({ token, secret });
  }

  async verifyToken(userId: string, token: string): Promise<void> {
    if (!(await this.verify(userId, token))) throw new Error('wrong code');
  }
}
