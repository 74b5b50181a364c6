import { Body, Controller, Headers, Post } from '@nestjs/common';
import { createHmac, timingSafeEqual, verify } from 'node:crypto';
import Stripe from 'stripe';

@Controller('webhooks')
export class WebhookController {
  private readonly stripe = new Stripe(process.env.STRIPE_KEY!);

  @Post('stripe')
  stripeEvent(@Body() body: Buffer, @Headers('stripe-signature') signature: string) {
    return this.stripe.webhooks.constructEvent(body, signature, process.env.STRIPE_WEBHOOK_SECRET!);
  }

  @Post('github')
  github(@Body() body: Buffer, @Headers('x-hub-signature-256') signature: string) {
    const mac = createHmac('sha256', process.env.GITHUB_WEBHOOK_SECRET!).update(body).digest('hex');
    return timingSafeEqual(Buffer.from(`sha256=${mac}`), Buffer.from(signature));
  }

  @Post('partner')
  partner(@Body() body: Buffer, @Headers('x-sign') signature: string, key: string) {
    return verify('sha256', body, key, Buffer.from(signature, 'base64'));
  }
}
