import { registerAs } from '@nestjs/config';
import { IsNotEmpty, IsString } from 'class-validator';
import * as Joi from 'joi';

export class EnvironmentVariables {
  @IsString()
  @IsNotEmpty()
  JWT_SECRET_KEY: string; // expect: secret-env-read

  @IsString()
  DATABASE_URL: string;
}

export const validation = Joi.object({
  PORT: Joi.number().default(3000),
  JWT_SECRET_KEY: Joi.string().required(), // expect: secret-env-read
});

export const jwtConfig = registerAs('jwt', () => ({
  secret: process.env.JWT_SECRET_KEY, // expect: secret-env-read
  expiresIn: process.env.JWT_TTL ?? '15m',
}));
