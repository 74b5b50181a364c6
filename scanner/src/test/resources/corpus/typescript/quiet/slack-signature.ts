import * as crypto from 'crypto';

export class SlackRequests {
  constructor(private readonly signingSecret = process.env.SLACK_SIGNING_SECRET!) {}

  sign(timestamp: string, body: string): string {
    const mac = crypto.createHmac('sha256', this.signingSecret);
    return `v0=${mac.update(`v0:${timestamp}:${body}`).digest('hex')}`;
  }

  verify(headers: Record<string, string>, body: string): boolean {
    const timestamp = headers['x-slack-request-timestamp'];
    if (Math.abs(Date.now() / 1000 - Number(timestamp)) > 300) return false;
    const ours = Buffer.from(this.sign(timestamp, body));
    const theirs = Buffer.from(headers['x-slack-signature']);
    return ours.length === theirs.length && crypto.timingSafeEqual(ours, theirs);
  }

  decode(body: string): unknown {
    return JSON.parse(new URLSearchParams(body).get('payload') ?? '{}');
  }
}
