const zlib = require('zlib');
const { promisify } = require('util');
const avro = require('avsc');
const cbor = require('cbor-x');
const { Order } = require('./gen/order_pb');

const gunzip = promisify(zlib.gunzip);

const type = avro.Type.forSchema({
  type: 'record',
  name: 'Header',
  fields: [
    { name: 'alg', type: 'string' },
    { name: 'kid', type: 'string' },
  ],
});

async function decode(kind, bytes) {
  switch (kind) {
    case 'gzip':
      return JSON.parse((await gunzip(bytes)).toString('utf8'));
    case 'avro':
      return type.fromBuffer(bytes);
    case 'cbor':
      return cbor.decode(bytes);
    case 'proto': {
      const failed = Order.verify(bytes);
      if (failed) throw new Error(failed);
      return Order.decode(bytes);
    }
    default:
      throw new Error(`no decoder for ${kind}`);
  }
}

module.exports = { decode, sign: (n) => Math.sign(n) };
