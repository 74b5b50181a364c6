import Stripe from 'stripe';
import type { Request, Response } from 'express';

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY as string, { apiVersion: '2023-10-16' });
const secret = process.env.STRIPE_WEBHOOK_SECRET ?? '';

export async function stripeHook(req: Request, res: Response): Promise<void> {
  let event: Stripe.Event;
  try {
    event = stripe.webhooks.constructEvent(req.body, req.headers['stripe-signature']!, secret);
  } catch (error) {
    res.status(400).send(`signature verification failed: ${(error as Error).message}`);
    return;
  }
  switch (event.type) {
    case 'invoice.paid':
    case 'invoice.payment_failed': {
      const [, outcome] = event.type.split('.');
      console.info('invoice', outcome);
      break;
    }
    default:
      console.debug('ignored', event.type);
  }
  res.json({ received: true });
}
