const jwtSimple = require('jwt-simple');
const nJwt = require('njwt');
const jws = require('jws');
const KJUR = require('jsrsasign').KJUR;
const nodeJose = require('node-jose');
const config = require('config');

const secret = config.get('jwt.secret'); // expect: secret-env-read

exports.a = (claims) => jwtSimple.encode(claims, secret); // expect: local-sign
exports.b = (token) => jwtSimple.decode(token, secret, true); // expect: unverified-decode, weak-validation
exports.c = (token) => jwtSimple.decode(token, secret, false, 'HS256'); // expect: local-decode
exports.d = (claims) => nJwt.create(claims, secret).compact(); // expect: local-sign
exports.e = (token) => nJwt.verify(token, secret); // expect: local-decode
exports.f = (payload) => jws.sign({ header: { alg: 'HS256' }, payload, secret: 'abcdefgh-1' }); // expect: local-sign, secret-hardcoded
exports.g = (token) => jws.verify(token, 'HS256', secret); // expect: local-decode
exports.h = (token) => jws.decode(token); // expect: unverified-decode
exports.i = (head, body, key) => KJUR.jws.JWS.sign('HS256', head, body, key); // expect: local-sign
exports.j = (token, key) => KJUR.jws.JWS.verifyJWT(token, key, { alg: ['HS256'] }); // expect: local-decode
exports.k = (token) => KJUR.jws.JWS.parse(token).payloadObj; // expect: unverified-decode
exports.l = async (token, store) => nodeJose.JWS.createVerify(store).verify(token); // expect: local-decode
exports.m = async (body, key) => nodeJose.JWS.createSign({ format: 'compact' }, key).update(body).final(); // expect: local-sign
