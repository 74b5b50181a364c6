import express from 'express';
import { auth, requiredScopes } from 'express-oauth2-jwt-bearer';
import { CognitoJwtVerifier } from 'aws-jwt-verify';
import OktaJwtVerifier from '@okta/jwt-verifier';

const app = express();
app.use(auth({ audience: 'orders', issuerBaseURL: 'https://id.example.com' })); // expect: local-decode
app.get('/orders', requiredScopes('read:orders'), (_req, res) => void res.json([]));

const cognito = CognitoJwtVerifier.create({ // expect: local-decode
  userPoolId: 'eu-west-1_abc',
  tokenUse: 'access',
  clientId: 'orders',
});
const okta = new OktaJwtVerifier({ issuer: 'https://id.example.com/oauth2/default' }); // expect: local-decode

export async function subject(token: string): Promise<string> {
  const claims = await cognito.verify(token); // expect: local-decode
  return claims.sub;
}

export const oktaSubject = async (token: string) =>
  (await okta.verifyAccessToken(token, 'api://default')).claims.sub; // expect: local-decode
