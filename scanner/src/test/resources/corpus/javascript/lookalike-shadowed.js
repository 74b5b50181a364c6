import { verify } from './webhooks.js';
import Jwt from './models/jwt.js';

export async function onPush(req, res) {
  if (!verify(req.body, req.headers['x-hub-signature-256'])) {
    return res.status(400).end();
  }
  const jwt = await Jwt.findOne({ id: req.body.id });
  await jwt.sign();
  return res.json({ decoded: jwt.decode() });
}

export function each(items, decode) {
  return items.map((item) => decode(item));
}
