const crypto = require('crypto');
const aws4 = require('aws4');
const { ethers } = require('ethers');
const speakeasy = require('speakeasy');
const argon2 = require('argon2');

exports.request = (options, credentials) => aws4.sign(options, credentials);

exports.webhook = (req) => {
  const expected = crypto.createHmac('sha256', process.env.WEBHOOK_SECRET).update(req.rawBody).digest('hex');
  return crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(req.headers['x-signature']));
};

exports.document = (data, key) => crypto.sign('sha256', data, key);
exports.checkDocument = (data, key, signature) => crypto.verify('sha256', data, key, signature);

exports.login = (message, signature) => ethers.verifyMessage(message, signature);

exports.verifyCode = (user, token) =>
  speakeasy.totp.verify({ secret: user.totpSecret, encoding: 'base32', token });

exports.password = (hash, plain) => argon2.verify(hash, plain);
