import { z } from 'zod';
import { addressOutput } from '#lib/customers/output';
import { orderRowOutput } from '#lib/orders/output';

export const registeredOutput = z.object({
  sent: z.enum(['email', 'sms']).describe('What was sent, whether the address or phone was known or not'),
  registration: z
    .string()
    .nullable()
    .describe('By phone: send it to /auth/register/confirm with the code. By e-mail it is in the link of the letter'),
  expires_in: z.int().describe('Seconds the link or the code is good for'),
});

export const accountOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  phone_verified_at: z.iso.datetime().nullable(),
  marketing: z.boolean(),
  has_password: z.boolean().describe('False for somebody who has only proven a phone'),
  addresses: z.array(addressOutput),
});

export const ownOrderOutput = orderRowOutput.extend({
  items: z.array(
    z.object({
      variant_id: z.uuid().nullable(),
      product_name: z.string(),
      variant_title: z.string(),
      quantity: z.int(),
    }),
  ),
});

/** What became of one item that was to be ordered again. */
export const reordered = z.object({
  name: z.string(),
  wanted: z.int(),
  added: z.int(),
  problem: z
    .enum(['fewer', 'sold_out', 'gone'])
    .nullable()
    .describe('Why there are fewer: not enough or none left, or no longer sold'),
});

export type Reordered = z.infer<typeof reordered>;

/** Where the person who orders stands, for the fields of the checkout. */
export type Prefill = {
  name: string;
  email: string | null;
  phone: string | null;
  address: { street: string; city: string; postal_code: string | null; notes: string | null } | null;
};

export type RegisteredDto = z.output<typeof registeredOutput>;
export type AccountDto = z.output<typeof accountOutput>;

/** A form that waits for a code: where it went, and how long until another may be asked for. */
export type CodeStep = {
  phone: string;
  to: string;
  digits: number;
  minutes: number;
  asked_at: number;
  resend_in: number;
  in_outbox: boolean;
};
export type OwnOrderDto = z.output<typeof ownOrderOutput>;
