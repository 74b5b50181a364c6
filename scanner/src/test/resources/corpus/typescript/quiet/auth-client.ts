import { AuthClient, type ValidationResult } from '@acme/auth-client';

const auth = new AuthClient({
  endpoint: process.env.AUTH_ENDPOINT!,
  apiKey: process.env.AUTH_API_KEY!,
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function verifyJwt(token: string, attempts = 3): Promise<ValidationResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await auth.validateToken(token);
    } catch (error) {
      if (attempt >= attempts) throw error;
      await wait(100 * attempt);
    }
  }
}

export class TokenVerifier {
  constructor(private readonly client: AuthClient = auth) {}

  verify(token: string) {
    return this.client.validateToken(token);
  }

  async isValid(token: string): Promise<boolean> {
    const result = await this.verify(token).catch(() => undefined);
    return result?.active === true;
  }
}
