import { getAuth } from 'firebase-admin/auth';
import { OAuth2Client } from 'google-auth-library';
import { S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const google = new OAuth2Client();

export const firebaseUser = async (idToken: string) => (await getAuth().verifyIdToken(idToken)).uid;

export async function googleUser(idToken: string, audience: string) {
  const ticket = await google.verifyIdToken({ idToken, audience });
  return ticket.getPayload()?.email;
}

export const upload = (client: S3Client, command: never) => getSignedUrl(client, command, { expiresIn: 60 });
