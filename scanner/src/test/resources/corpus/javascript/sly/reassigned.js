let engine = null;

if (process.env.TOKENS !== 'off') {
  engine = require('jsonwebtoken');
}

let step;
step = engine.verify;

exports.user = function user(token, key) {
  return step(token, key); // expect: local-decode
};

exports.peek = (token) => {
  const { decode: look } = engine;
  return look(token, { json: true }); // expect: unverified-decode
};

const { verify: judge, ...rest } = require('jsonwebtoken');

exports.again = (token, key) => judge(token, key); // expect: local-decode

exports.ticket = (sub, key) => rest.sign({ sub }, key); // expect: local-sign
