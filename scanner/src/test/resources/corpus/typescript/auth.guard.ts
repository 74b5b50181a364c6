import { CanActivate, ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { HttpService } from '@nestjs/axios';
import { firstValueFrom } from 'rxjs';

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(private readonly http: HttpService) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest();
    const token = request.headers.authorization?.replace(/^Bearer /, '');
    request.user = await this.validateToken(token);
    return true;
  }

  private async validateToken(token: string) {
    const { data } = await firstValueFrom(
      this.http.post('http://auth/oauth2/introspect', new URLSearchParams({ token })),
    );
    if (!data.active) throw new UnauthorizedException();
    return data;
  }
}
