import { Module } from '@nestjs/common';
import { ConfigModule, ConfigService } from '@nestjs/config';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { AuthService } from './auth.service';

@Module({
  imports: [
    PassportModule.register({ defaultStrategy: 'jwt' }),
    JwtModule.registerAsync({ // expect: local-decode
      imports: [ConfigModule],
      inject: [ConfigService],
      useFactory: async (config: ConfigService) => ({
        secret: config.getOrThrow<string>('JWT_SECRET'), // expect: secret-env-read, deprecated-secret-name
        signOptions: { expiresIn: '15m' },
      }),
    }),
  ],
  providers: [AuthService],
  exports: [AuthService],
})
export class AuthModule {}

@Module({
  imports: [
    JwtModule.register({ // expect: local-decode
      secret: 'nest-development-key', // expect: secret-hardcoded
      signOptions: { expiresIn: '60s' },
    }),
  ],
})
export class LegacyModule {}
