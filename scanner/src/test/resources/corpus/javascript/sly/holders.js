const lib = (() => {
  const inner = require('jsonwebtoken');
  return inner;
})();

const load = () => require('jsonwebtoken');

class Tokens {
  static lib = require('jsonwebtoken');
  static #check = Tokens.lib.verify;

  static read(token) {
    return Tokens.lib.decode(token); // expect: unverified-decode
  }

  static user(token, key) {
    return Tokens.#check(token, key); // expect: local-decode
  }
}

exports.first = (token, key) => lib.verify(token, key); // expect: local-decode

exports.second = (token, key) => load().verify(token, key); // expect: local-decode

exports.Tokens = Tokens;
