// authority-modules: services.auth
import { issuer } from '../services/auth/issuer.js'; // expect: authority-import
import { render } from '../services/author/render.js';
import clock from '../services/clock.js';

export function page(user) {
  return render({ user, issuer, at: clock.now() });
}
