import { Strategy as JwtStrategy, ExtractJwt, type StrategyOptions } from 'passport-jwt';

const options: StrategyOptions = {
  jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
  secretOrKey: process.env.JWT_SECRET_KEY as string, // expect: secret-env-read
  algorithms: ['HS256'],
};

export class OrdersStrategy extends JwtStrategy {
  constructor(private readonly audience: string) {
    super({ ...options, audience }, (payload, done) => done(null, payload)); // expect: local-decode
  }
}

export const direct = new JwtStrategy(options, (payload, done) => done(null, payload)); // expect: local-decode
