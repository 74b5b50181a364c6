import crypto from 'node:crypto';
import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const s3 = new S3Client({ region: process.env.AWS_REGION });

const hmac = (key, text) => crypto.createHmac('sha256', key).update(text).digest();

export function signingKey(date, region, service) {
  const secret = process.env.AWS_SECRET_ACCESS_KEY;
  return hmac(hmac(hmac(hmac('AWS4' + secret, date), region), service), 'aws4_request');
}

export function postPolicy(bucket, key, now) {
  const policy = {
    expiration: new Date(now + 600_000).toISOString(),
    conditions: [{ bucket }, ['eq', '$key', key]],
  };
  const encoded = Buffer.from(JSON.stringify(policy)).toString('base64');
  const date = policy.expiration.slice(0, 10).replaceAll('-', '');
  return {
    policy: encoded,
    signature: hmac(signingKey(date, 'eu-central-1', 's3'), encoded).toString('hex'),
  };
}

export const download = (Bucket, Key) =>
  getSignedUrl(s3, new GetObjectCommand({ Bucket, Key }), { expiresIn: 3600 });
