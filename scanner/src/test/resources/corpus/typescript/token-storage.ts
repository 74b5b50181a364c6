export interface Claims {
  exp: number;
  roles: string[];
}

export class TokenStorage {
  private readonly name = 'access_token';

  get token(): string | null {
    return localStorage.getItem(this.name);
  }

  claims(): Claims | null {
    const token = this.token;
    if (!token) return null;
    const parts = token.split('.');
    return JSON.parse(atob(parts[1]!)) as Claims; // expect: unverified-decode
  }

  save(token: string): void {
    localStorage.setItem(this.name, token);
  }
}
