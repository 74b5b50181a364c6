import type { JwtPayload, VerifyOptions } from 'jsonwebtoken';
import type { JwtService } from './jwt.service';

export interface AuthConfig {
  jwtSecret: string;
  options: VerifyOptions;
}

export class Client {
  constructor(private readonly jwtService: JwtService) {}

  validate(token: string): Promise<JwtPayload> {
    return this.jwtService.validate(token);
  }

  isPayload(value: unknown): value is JwtPayload {
    return typeof value === 'object' && value !== null && 'sub' in value;
  }
}
