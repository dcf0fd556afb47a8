import { z } from 'zod';
import { STOCK_MODES } from '#db/enums';
import type { FormState } from '#lib/http/form-state';
import { imageOutput } from '#lib/media/output';
import { heldBackOutput } from '#lib/promise/offer-output';
import { earliestOutput } from '#lib/promise/output';

/**
 * STK_001 not enough (`left`), STK_002 no longer sold, SLOT_002 at no time that is offered, CART_002 the price changed
 * since it was put in.
 */
export const cartProblemOutput = z.object({
  code: z.enum(['STK_001', 'STK_002', 'SLOT_002', 'CART_002']),
  left: z.int().nullable(),
  price_seen: z.number().nullable(),
});

export const cartItemOutput = z.object({
  id: z.uuid(),
  product_id: z.uuid(),
  variant_id: z.uuid(),
  product_name: z.string(),
  product_slug: z.string(),
  variant_title: z.string(),
  image: imageOutput.nullable(),
  quantity: z.int(),
  note: z.string(),
  on_date: z.iso.date().nullable(),
  unit_price: z.number().describe('What it costs now, major units'),
  total_price: z.number(),
  stock_mode: z.enum(STOCK_MODES),
  stock_left: z
    .int()
    .nullable()
    .describe('Null when it is not counted; of what is made per day the most that one day still has'),
  max_quantity: z.int().describe('The most this line can ask for'),
  problems: z.array(cartProblemOutput),
});

export const cartOutput = z.object({
  id: z.uuid(),
  items: z.array(cartItemOutput),
  item_count: z.int().describe('Pieces in all'),
  subtotal: z.number().describe('Of what can be bought, at the prices of now; major units'),
  currency: z.string(),
  has_problems: z.boolean(),
  earliest: earliestOutput.describe('By when everything together can be had, per method'),
  held_back: heldBackOutput.nullable().describe('What keeps it from being had on an earlier day, or at all'),
  version: z.int(),
  expires_at: z.iso.datetime(),
});

/** A cart with what the pages say beside it. `cart` is null when there is none, or when it has expired. */
export const cartViewOutput = z.object({
  cart: cartOutput.nullable(),
  has_expired: z.boolean(),
  free_delivery: z.array(z.object({ from: z.number(), zone: z.string().nullable() })),
  locale: z.string(),
  time_zone: z.string(),
  today: z.iso.date().describe('The business day of the shop'),
  days_ahead: z.int().describe('Days for which orders are taken, today included'),
  has_slots: z.boolean().describe('False where times are agreed by word'),
});

export type CartViewDto = z.infer<typeof cartViewOutput>;
/** What the forms of the cart hold: the last answer, and the cart after it. */
export type CartFormState = FormState<CartViewDto> & { view: CartViewDto | null };
export type CartDto = z.infer<typeof cartOutput>;
export type CartItemDto = z.infer<typeof cartItemOutput>;
export type CartProblemDto = z.infer<typeof cartProblemOutput>;
