const axios = require('axios').default;
const retry = require('async-retry');
const logger = require('../lib/logger');

class AuthGateway {
  constructor({ baseUrl = process.env.AUTH_SERVICE_URL, timeout = 2000 } = {}) {
    this.http = axios.create({ baseURL: baseUrl, timeout });
  }

  /** Replaces the former jwt.verify(token, secret). */
  async verify(token) {
    return retry(
      async (bail) => {
        try {
          const { data } = await this.http.post('/auth/validate', { token });
          return data.claims;
        } catch (err) {
          if (err.response && err.response.status === 401) {
            bail(new Error('JWT rejected by the authority'));
            return null;
          }
          logger.warn('jwt validation failed, trying again: ' + err.message);
          throw err;
        }
      },
      { retries: 3, minTimeout: 50 },
    );
  }
}

const jwt = new AuthGateway();

module.exports = async function requireUser(req, res, next) {
  const [scheme, token] = (req.get('authorization') || '').split(' ');
  if (scheme !== 'Bearer') return res.sendStatus(401);
  req.user = await jwt.verify(token);
  return next();
};
