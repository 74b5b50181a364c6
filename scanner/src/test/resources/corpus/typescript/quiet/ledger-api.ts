import { Interface, verifyTypedData, type TypedDataDomain } from 'ethers';
import { Transaction } from 'bitcoinjs-lib';
import { base58_to_binary as decode58 } from 'base58-js';

const token = new Interface(['function transfer(address to, uint256 amount)']);

const domain: TypedDataDomain = { name: 'Orders', version: '1', chainId: 1 };

export class Tokens {
  decode(data: string) {
    const [to, amount] = token.decodeFunctionData('transfer', data);
    return { to, amount };
  }

  encode(to: string, amount: bigint): string {
    return token.encodeFunctionData('transfer', [to, amount]);
  }

  verify(order: { id: string }, signature: string): string {
    const types = { Order: [{ name: 'id', type: 'string' }] };
    return verifyTypedData(domain, types, order, signature);
  }

  address(text: string): Uint8Array {
    return decode58(text);
  }
}

export const readTransaction = (hex: string) => Transaction.fromHex(hex).getId();
