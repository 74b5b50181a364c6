import { Wallet, verifyMessage } from 'ethers';
import { sign } from 'tweetnacl';
import * as speakeasy from 'speakeasy';

export class Signer {
  constructor(private readonly wallet: Wallet, private readonly secret: string) {}

  sign(message: string): Promise<string> {
    return this.wallet.signMessage(message);
  }

  verify(message: string, signature: string): boolean {
    return verifyMessage(message, signature) === this.wallet.address;
  }

  detached(message: Uint8Array, key: Uint8Array): Uint8Array {
    return sign.detached(message, key);
  }

  verifyToken(token: string): boolean {
    return speakeasy.totp.verify({ secret: this.secret, encoding: 'base32', token });
  }
}
