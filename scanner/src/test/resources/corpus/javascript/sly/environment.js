const { sign } = require('jsonwebtoken');

const { env } = process;
const settings = { ...process.env, region: 'eu' };
const NAMES = { key: ['JWT', 'SECRET', 'KEY'].join('_') };
const { [NAMES.key]: key } = process.env; // expect: secret-env-read

exports.spread = () => settings.JWT_SECRET_KEY; // expect: secret-env-read

exports.table = () => env[NAMES.key]; // expect: secret-env-read

exports.odd = (sub) => sign({ sub }, env['TICKET_' + 'PEPPER']); // expect: local-sign, secret-env-read

exports.ticket = (sub) => sign({ sub }, key); // expect: local-sign

exports.region = () => settings.region;
