import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import type { JwtPayload } from './jwt-payload';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) { // expect: local-decode
  constructor() {
    super({ // expect: weak-validation
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      ignoreExpiration: true,
      secretOrKey: process.env.TOKEN_KEY, // expect: secret-env-read
    });
  }

  async validate(payload: JwtPayload) {
    return { userId: payload.sub, roles: payload.roles };
  }
}

@Injectable()
export class RefreshStrategy extends PassportStrategy(Strategy, 'jwt-refresh') { // expect: local-decode
  constructor(private readonly config: AppConfig) {
    super({
      jwtFromRequest: ExtractJwt.fromBodyField('refresh'),
      secretOrKey: config.jwt.secret, // expect: secret-env-read
      passReqToCallback: true,
    });
  }
}

interface AppConfig {
  jwt: { secret: string; ttl: number };
}
