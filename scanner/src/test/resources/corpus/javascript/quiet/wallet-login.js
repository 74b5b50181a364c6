import { ethers } from 'ethers';
import nacl from 'tweetnacl';
import bs58 from 'bs58';
import { SiweMessage } from 'siwe';

const nonces = new Map();

export async function login({ message, signature }) {
  const siwe = new SiweMessage(message);
  const { data, success } = await siwe.verify({ signature, nonce: nonces.get(siwe.address) });
  if (!success) throw new Error('signature does not match');
  nonces.delete(data.address);
  return data.address;
}

export function solana(publicKey, message, signature) {
  return nacl.sign.detached.verify(
    new TextEncoder().encode(message),
    bs58.decode(signature),
    bs58.decode(publicKey),
  );
}

export async function transfer(key, to, value) {
  const wallet = new ethers.Wallet(key);
  const raw = await wallet.signTransaction({ to, value });
  const abi = ethers.AbiCoder.defaultAbiCoder();
  return { raw, args: abi.decode(['address', 'uint256'], raw) };
}

export const verify = (text, signature, address) => ethers.verifyMessage(text, signature) === address;
