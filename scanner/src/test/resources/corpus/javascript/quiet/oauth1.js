const crypto = require('crypto');
const OAuth = require('oauth-1.0a');

const token = {
  key: process.env.TWITTER_ACCESS_TOKEN,
  secret: process.env.TWITTER_ACCESS_TOKEN_SECRET,
};

const oauth = new OAuth({
  consumer: { key: process.env.CONSUMER_KEY, secret: process.env.CONSUMER_SECRET },
  signature_method: 'HMAC-SHA1',
  hash_function: (base, key) => crypto.createHmac('sha1', key).update(base).digest('base64'),
});

async function tweet(status) {
  const request = { url: 'https://api.twitter.com/1.1/statuses/update.json', method: 'POST', data: { status } };
  const { Authorization } = oauth.toHeader(oauth.authorize(request, token));
  const answer = await fetch(request.url, {
    method: 'POST',
    headers: { Authorization, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(request.data),
  });
  if (!answer.ok) throw new Error(`twitter says ${answer.status}`);
  return answer.json();
}

module.exports = { tweet };
