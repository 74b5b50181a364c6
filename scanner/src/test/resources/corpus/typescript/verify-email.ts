import { verify } from 'argon2';
import { Injectable } from '@nestjs/common';
import { MailService } from './mail.service';
import { TokenRepository } from './token.repository';

@Injectable()
export class EmailVerification {
  constructor(private readonly mails: MailService, private readonly tokens: TokenRepository) {}

  async verifyToken(token: string): Promise<boolean> {
    const row = await this.tokens.findOne({ token, kind: 'email' });
    return row !== null && row.expiresAt > new Date();
  }

  async checkPassword(hash: string, password: string): Promise<boolean> {
    return verify(hash, password);
  }

  async resend(address: string): Promise<void> {
    await this.mails.send(address, { template: 'verify', token: crypto.randomUUID() });
  }
}
