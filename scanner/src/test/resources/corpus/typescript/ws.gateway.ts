import { CanActivate, ExecutionContext, Injectable } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { JwtService } from '@nestjs/jwt';

@Injectable()
export class WsGuard implements CanActivate {
  constructor(private moduleRef: ModuleRef) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const client = context.switchToWs().getClient();
    const jwt = this.moduleRef.get(JwtService);
    client.data.user = await jwt.verifyAsync(client.handshake.auth.token); // expect: local-decode
    return true;
  }
}

export const makeService = () => new JwtService({ secret: 'socket-guard-key' }); // expect: secret-hardcoded
