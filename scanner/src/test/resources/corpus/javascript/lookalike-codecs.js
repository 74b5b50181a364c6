const qs = require('querystring');
const protobuf = require('protobufjs');
const he = require('he');
const msgpack = require('@msgpack/msgpack');

const decoder = new TextDecoder();

exports.query = (text) => qs.decode(text);
exports.html = (text) => he.decode(text);
exports.bytes = (buffer) => decoder.decode(buffer);
exports.packed = (buffer) => msgpack.decode(buffer);
exports.image = (data) => Buffer.from(data.split(',')[1], 'base64');
exports.message = async (buffer) => {
  const root = await protobuf.load('orders.proto');
  return root.lookupType('Order').decode(buffer);
};
exports.cursor = (cursor) => JSON.parse(Buffer.from(cursor, 'base64').toString());
exports.extension = (file) => file.name.split('.').pop();
