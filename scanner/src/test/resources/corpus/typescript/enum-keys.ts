import { ConfigService } from '@nestjs/config';
import { sign } from 'jsonwebtoken';

export enum Setting {
  JwtSecret = 'JWT_SECRET', // expect: deprecated-secret-name
  Region = 'AWS_REGION',
}

const names = { signing: `JWT_${'SECRET_KEY'}` } as const;

export class Issuer {
  constructor(private config: ConfigService) {}

  get region(): string {
    return this.config.get(Setting.Region);
  }

  private get secret(): string {
    return this.config.get(Setting.JwtSecret); // expect: secret-env-read
  }

  issue(sub: string): string {
    return sign({ sub }, this.secret); // expect: local-sign
  }

  next(): string | undefined {
    return process.env[names.signing]; // expect: secret-env-read
  }
}
