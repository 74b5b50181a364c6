import { createCipheriv, createDecipheriv, randomBytes, createVerify, X509Certificate } from 'node:crypto';

const ALG = 'aes-256-gcm';

export function seal(text: string, key: Buffer): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv(ALG, key, iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [iv, cipher.getAuthTag(), body].map((part) => part.toString('base64url')).join('.');
}

export function open(box: string, key: Buffer): string {
  const [iv, tag, body] = box.split('.').map((part) => Buffer.from(part, 'base64url'));
  const decipher = createDecipheriv(ALG, key, iv);
  decipher.setAuthTag(tag);
  return decipher.update(body) + decipher.final('utf8');
}

export function verify(pem: string, data: Buffer, signature: string): boolean {
  const certificate = new X509Certificate(pem);
  return createVerify('RSA-SHA256').update(data).verify(certificate.publicKey, signature, 'base64');
}
