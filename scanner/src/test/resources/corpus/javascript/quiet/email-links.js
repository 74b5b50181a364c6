const crypto = require('crypto');

const KEY = process.env.EMAIL_LINK_KEY;

/** Makes an unsubscribe link: address and day, signed so that nobody unsubscribes others. */
function encode(address, day) {
  const body = Buffer.from(`${address}|${day}`).toString('base64url');
  const mac = crypto.createHmac('sha256', KEY).update(body).digest('base64url');
  return `https://shop.example/unsubscribe?d=${body}&s=${mac}`;
}

function decode(query) {
  const mac = crypto.createHmac('sha256', KEY).update(query.d).digest('base64url');
  if (mac !== query.s) return null;
  const [address, day] = Buffer.from(query.d, 'base64url').toString().split('|');
  return { address, day: Number(day) };
}

async function verifyEmailToken(users, token) {
  const user = await users.findOne({ emailToken: token, emailTokenExpires: { $gt: Date.now() } });
  if (!user) throw new Error('Token is invalid or has expired');
  user.emailVerified = true;
  user.emailToken = undefined;
  return user.save();
}

module.exports = { encode, decode, verifyEmailToken };
