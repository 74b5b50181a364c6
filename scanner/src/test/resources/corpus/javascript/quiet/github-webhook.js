const { createHmac, timingSafeEqual } = require('node:crypto');

const HEADER = 'x-hub-signature-256';

function sign(secret, body) {
  return 'sha256=' + createHmac('sha256', secret).update(body).digest('hex');
}

function verify(secret, body, signature) {
  const ours = Buffer.from(sign(secret, body));
  const theirs = Buffer.from(signature || '');
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

exports.hook = (deploy) => (req, res) => {
  if (!verify(process.env.GITHUB_WEBHOOK_SECRET, req.rawBody, req.headers[HEADER])) {
    return res.status(403).send('bad signature');
  }
  const payload = JSON.parse(req.rawBody.toString('utf8'));
  if (payload.ref === 'refs/heads/main') deploy(payload.head_commit.id);
  return res.status(202).end();
};

exports.status = async (sha, state) =>
  fetch(`https://api.github.com/repos/${process.env.REPO}/statuses/${sha}`, {
    method: 'POST',
    headers: { authorization: `token ${process.env.GITHUB_TOKEN}` },
    body: JSON.stringify({ state }),
  });
