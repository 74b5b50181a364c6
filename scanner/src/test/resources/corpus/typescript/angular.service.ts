import { Injectable, inject } from '@angular/core';
import { JwtHelperService } from '@auth0/angular-jwt';
import { HttpClient } from '@angular/common/http';

@Injectable({ providedIn: 'root' })
export class AuthService {
  private readonly http = inject(HttpClient);
  private readonly helper = inject(JwtHelperService);

  isLoggedIn(token: string): boolean {
    return !this.helper.isTokenExpired(token); // expect: unverified-decode
  }

  roles(token: string): string[] {
    return this.helper.decodeToken<{ roles: string[] }>(token)?.roles ?? []; // expect: unverified-decode
  }

  me() {
    return this.http.get('/api/me');
  }
}
