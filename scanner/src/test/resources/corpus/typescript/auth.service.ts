import { Injectable, UnauthorizedException } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { JwtService } from '@nestjs/jwt';
import { UsersService } from '../users/users.service';

@Injectable()
export class AuthService {
  constructor(
    private readonly users: UsersService,
    private readonly jwt: JwtService,
    private readonly config: ConfigService,
  ) {}

  async login(email: string, password: string) {
    const user = await this.users.check(email, password);
    if (!user) throw new UnauthorizedException();
    return {
      access_token: await this.jwt.signAsync({ sub: user.id }), // expect: local-sign
      refresh_token: this.jwt.sign( // expect: local-sign
        { sub: user.id },
        { secret: this.config.get<string>('REFRESH_KEY'), expiresIn: '7d' }, // expect: secret-env-read
      ),
    };
  }

  async verifyAccessToken(token: string) { // expect: validate-duplicate
    return this.jwt.verifyAsync(token, { ignoreExpiration: true }); // expect: local-decode, weak-validation
  }

  subject(token: string): string | undefined {
    const claims = this.jwt.decode(token) as { sub?: string }; // expect: unverified-decode
    return claims?.sub;
  }
}
