import { z } from 'zod';

const moment = z.iso.datetime().nullable();
const text = z.string().nullable();

const entry = z.object({
  id: z.uuid(),
  name: z.string(),
  email: text,
  phone: text,
  phone_verified_at: moment,
  notes: text.describe('What the shop has noted about the person'),
  tags: z.array(z.string()),
  flags: z.array(z.string()),
  locale: text,
  marketing_opt_in_at: moment,
  created_at: moment,
  merged: z.boolean().describe('An earlier entry of the same person'),
});

/** What was paid, and what happened, as orders and bookings have it. */
const money = {
  payments: z.array(
    z.object({
      kind: z.string(),
      method: z.string(),
      amount: z.number(),
      status: z.string(),
      reference: text,
      note: text,
      has_proof: z.boolean(),
      created_at: moment,
    }),
  ),
  history: z.array(
    z.object({ at: moment, axis: z.string(), from_status: text, to_status: text, by: z.string(), note: text }),
  ),
};

const order = z.object({
  id: z.uuid(),
  order_number: z.string(),
  placed_at: moment,
  status: z.string(),
  payment_status: z.string(),
  payment_method: z.string(),
  channel: z.string(),
  customer_name: z.string(),
  customer_phone: z.string(),
  customer_email: text,
  delivery_type: z.string(),
  delivery_address: z
    .object({
      street: z.string(),
      city: z.string(),
      postal_code: text.optional(),
      notes: text.optional(),
    })
    .nullable(),
  slot_starts_at: moment,
  slot_ends_at: moment,
  preferred_time: text,
  special_instructions: text,
  gift: z
    .object({
      recipient_name: text.optional(),
      recipient_phone: text.optional(),
      card_text: text.optional(),
      hide_prices: z.boolean().optional(),
    })
    .nullable(),
  cancel_reason: text,
  override_reason: text,
  currency: z.string(),
  subtotal: z.number(),
  delivery_fee: z.number(),
  adjustment: z.number(),
  total: z.number(),
  paid: z.number(),
  items: z.array(
    z.object({
      product_name: z.string(),
      variant_title: z.string(),
      quantity: z.int(),
      unit_price: z.number(),
      line_total: z.number(),
      on_date: text,
      note: z.string(),
    }),
  ),
  ...money,
});

const booking = z.object({
  id: z.uuid(),
  booking_number: z.string(),
  created_at: moment,
  status: z.string(),
  channel: z.string(),
  client_name: z.string(),
  client_phone: z.string(),
  client_email: text,
  event_type: z.string(),
  event_date: z.string(),
  starts_at: moment,
  venue: z.string(),
  guests: z.int().nullable(),
  package_name: text,
  theme_name: text,
  message: z.string(),
  internal_note: z.string().describe('What the shop has noted about it'),
  reason: text,
  currency: z.string(),
  quoted: z.number().nullable(),
  deposit: z.number().nullable(),
  paid: z.number(),
  ...money,
});

/** Everything that is kept about one person, by what it is; amounts in major units, without passwords and keys. */
export const personalDataOutput = z.object({
  format: z.literal('barrow.personal-data'),
  version: z.literal(1),
  exported_at: z.iso.datetime(),
  shop: z.string(),
  customer: entry.describe('How the shop knows the person'),
  earlier_entries: z.array(entry),
  login: z
    .object({
      username: text,
      email: text,
      name: z.string(),
      locale: text,
      created_at: moment,
      last_login_at: moment,
      password_changed_at: moment,
    })
    .nullable(),
  addresses: z.array(
    z.object({
      label: text,
      recipient_name: text,
      street: z.string(),
      city: z.string(),
      postal_code: text,
      country: z.string(),
      notes: text,
      is_default: z.boolean(),
    }),
  ),
  sessions: z
    .array(
      z.object({
        kind: z.string(),
        phone: text,
        name: text,
        user_agent: text,
        created_at: moment,
        expires_at: moment,
        revoked_at: moment,
      }),
    )
    .describe('Where the person is or was signed in'),
  phone_checks: z.array(
    z.object({ phone: z.string(), channel: z.string(), purpose: z.string(), created_at: moment, confirmed_at: moment }),
  ),
  cart: z.array(
    z.object({
      product_name: z.string(),
      variant_title: z.string(),
      quantity: z.int(),
      on_date: text,
      note: z.string(),
    }),
  ),
  orders: z.array(order),
  bookings: z.array(booking),
  testimonials: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      rating: z.int(),
      status: z.string(),
      created_at: moment,
      translations: z.array(z.object({ language: z.string(), message: z.string() })),
    }),
  ),
  talks: z
    .array(
      z.object({
        visitor_name: z.string(),
        visitor_email: text,
        created_at: moment,
        messages: z.array(z.object({ by: z.string(), message: z.string(), at: moment })),
      }),
    )
    .describe('What was said in the chat'),
  messages: z
    .array(
      z.object({
        event: z.string(),
        channel: z.string(),
        audience: z.string(),
        recipient: z.string(),
        subject: text,
        body: z.string(),
        status: z.string(),
        created_at: moment,
      }),
    )
    .describe('What the shop has said to or about the person'),
  told_to_programs: z
    .array(
      z.object({
        host: z.string(),
        event: z.string(),
        status: z.string(),
        created_at: moment,
        data: z.looseObject({}),
      }),
    )
    .describe('What other programs of the shop were told, and at which host they are'),
});

export const erasedOutput = z.object({
  erased: z.boolean().describe('False when it was done before'),
  orders: z.int().describe('Orders that stay in the books without the person'),
});

export type PersonalData = z.output<typeof personalDataOutput>;
export type Erased = z.output<typeof erasedOutput>;
