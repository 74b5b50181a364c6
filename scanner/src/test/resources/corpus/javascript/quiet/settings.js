require('dotenv').config();

const env = process.env;

module.exports = Object.freeze({
  port: Number(env.PORT || 8080),
  jwt: {
    issuer: env.JWT_ISSUER || 'https://auth.example.com',
    audience: env.JWT_AUDIENCE || 'orders',
    expiresIn: env.JWT_EXPIRES_IN || '15m',
    cookieName: env.JWT_COOKIE_NAME || 'access_token',
    jwksUri: env.JWT_JWKS_URI || 'https://auth.example.com/.well-known/jwks.json',
    publicKey: env.JWT_PUBLIC_KEY,
    algorithm: 'RS256',
  },
  jwtCookieMaxAge: 15 * 60 * 1000,
  session: { secret: env.SESSION_SECRET || 'keyboard cat', name: 'sid' },
  stripe: { secretKey: env.STRIPE_SECRET_KEY, webhookSecret: env.STRIPE_WEBHOOK_SECRET },
  recaptcha: { secret: env.RECAPTCHA_SECRET_KEY },
  github: { clientSecret: env.GITHUB_CLIENT_SECRET, token: env.GITHUB_TOKEN },
  features: { 'jwt.rotation': env.FEATURE_JWT_ROTATION === 'true' },
});
