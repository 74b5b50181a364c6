import { CanActivate, ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { HttpService } from '@nestjs/axios';
import { ConfigService } from '@nestjs/config';
import { catchError, firstValueFrom, retry } from 'rxjs';
import type { JwtPayload } from 'jsonwebtoken';

@Injectable()
export class RemoteJwtGuard implements CanActivate {
  private readonly url: string;

  constructor(
    private readonly http: HttpService,
    config: ConfigService,
  ) {
    this.url = config.getOrThrow<string>('JWT_ISSUER') + '/auth/validate';
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const token = request.headers.authorization?.split(' ')[1];
    request.user = await this.verify(token);
    return true;
  }

  private async verify(token: string): Promise<JwtPayload> {
    const { data } = await firstValueFrom(
      this.http.post<JwtPayload>(this.url, { token }).pipe(
        retry(2),
        catchError((error) => {
          throw new UnauthorizedException(`jwt.verify said no: ${error.message}`);
        }),
      ),
    );
    return data;
  }
}
