export enum ErrorCode {
  JwtExpired = 'JWT_EXPIRED',
  JwtMalformed = 'JWT_MALFORMED',
  JwtSecretMissing = 'ERR_NO_SIGNING_KEY',
}

const TEXTS: Record<ErrorCode, { en: string; de: string }> = {
  [ErrorCode.JwtExpired]: { en: 'The token has expired', de: 'Das Token ist abgelaufen' },
  [ErrorCode.JwtMalformed]: { en: 'jwt malformed', de: 'Das Token ist kaputt' },
  [ErrorCode.JwtSecretMissing]: {
    en: 'jwt.sign() needs a secret; ask the authority for a token',
    de: 'jwt.sign() braucht ein Geheimnis',
  },
};

export class TokenError extends Error {
  constructor(readonly code: ErrorCode, lang: 'en' | 'de' = 'en') {
    super(TEXTS[code][lang]);
    this.name = 'JsonWebTokenError';
  }
}

export function isTokenError(error: unknown): error is TokenError {
  return error instanceof TokenError || (error as Error)?.name === 'TokenExpiredError';
}

export function explain(error: unknown): string {
  if (!isTokenError(error)) throw error;
  return `jwt.verify(token, secret) failed: ${error.message}`;
}
