import { decode, encode } from '@msgpack/msgpack';
import { Reader } from 'protobufjs/minimal';

export class Codec<T> {
  private readonly utf8 = new TextDecoder('utf-8');

  decode(bytes: Uint8Array): T {
    return decode(bytes) as T;
  }

  encode(value: T): Uint8Array {
    return encode(value);
  }

  text(bytes: Uint8Array): string {
    return this.utf8.decode(bytes);
  }

  version(v: string): number[] {
    return v.split('.').map(Number);
  }

  message(bytes: Uint8Array) {
    return Reader.create(bytes).uint32();
  }

  cursor(text: string): { id: string } {
    return JSON.parse(Buffer.from(text, 'base64url').toString());
  }
}
