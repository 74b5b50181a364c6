import { getToken, encode, decode } from 'next-auth/jwt';
import type { NextApiRequest, NextApiResponse } from 'next';

const secret = process.env.NEXTAUTH_SECRET; // expect: secret-env-read

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const token = await getToken({ req, secret }); // expect: local-decode
  if (!token) return res.status(401).end();
  const renewed = await encode({ token, secret: secret! }); // expect: local-sign
  const again = await decode({ token: renewed, secret: secret! }); // expect: local-decode
  res.json({ sub: again?.sub });
}
