import { z } from 'zod';
import { ALLERGENS, DELIVERY_TYPES, ORDER_STATUSES, PAYMENT_METHODS, PAYMENT_STATUSES } from '#db/enums';

const money = z.number().describe('Major units, at most two decimals');
const moment = z.iso.datetime();
const place = z.object({ id: z.uuid(), name: z.string() });
const span = z.object({ starts_at: moment, ends_at: moment });

export const dayItemOutput = z.object({
  id: z.uuid(),
  product_id: z.uuid().nullable(),
  variant_id: z.uuid().nullable(),
  product_name: z.string(),
  variant_title: z.string(),
  category: z.object({ name: z.string(), display_order: z.int() }).nullable(),
  quantity: z.int(),
  on_date: z.iso.date().nullable(),
  note: z.string(),
  allergens: z.array(z.enum(ALLERGENS)),
});

/** An order as those who make, pack and hand it over need it. */
export const dayOrderOutput = z.object({
  id: z.uuid(),
  order_number: z.string(),
  version: z.int(),
  status: z.enum(ORDER_STATUSES),
  payment_status: z.enum(PAYMENT_STATUSES),
  payment_method: z.enum(PAYMENT_METHODS),
  delivery_type: z.enum(DELIVERY_TYPES),
  slot: span.nullable(),
  preferred_time: z.string().nullable(),
  location: place.nullable(),
  zone: place.nullable(),
  customer_name: z.string(),
  customer_phone: z.string(),
  delivery_address: z
    .object({
      street: z.string(),
      city: z.string(),
      postal_code: z.string().nullable(),
      notes: z.string().nullable(),
    })
    .nullable(),
  map_url: z.url().nullable().describe('Opens a map at the address'),
  items: z.array(dayItemOutput),
  allergens: z.array(z.enum(ALLERGENS)).describe('Of all its items'),
  special_instructions: z.string().nullable(),
  gift: z
    .object({
      recipient_name: z.string(),
      recipient_phone: z.string().nullable(),
      card_text: z.string().nullable(),
      hide_prices: z.boolean(),
    })
    .nullable(),
  override_reason: z.string().nullable().describe('Why staff promised what the rules refuse'),
  total: money,
  paid: money,
  due: money,
  currency: z.string(),
  placed_at: moment,
  completed_at: moment.nullable(),
});

export const makeLineOutput = z.object({
  product_id: z.uuid().nullable(),
  variant_id: z.uuid().nullable(),
  product_name: z.string(),
  variant_title: z.string(),
  category: z.string().nullable(),
  quantity: z.int(),
  to_do: z.int().describe('Of these, in orders that are not packed yet'),
  orders: z.int().describe('How many orders ask for it'),
  allergens: z.array(z.enum(ALLERGENS)),
  notes: z.array(z.object({ order_number: z.string(), quantity: z.int(), note: z.string() })),
});

const handedOver = dayOrderOutput.pick({
  id: true,
  order_number: true,
  version: true,
  status: true,
  customer_name: true,
  customer_phone: true,
  preferred_time: true,
  paid: true,
  due: true,
  currency: true,
});

export const handOverGroupOutput = z.object({
  slot: span.nullable(),
  location: place.nullable(),
  due: money.describe('What is to be collected in this slot'),
  orders: z.array(handedOver),
});

export const deliverGroupOutput = z.object({
  zone: place.nullable(),
  due: money.describe('What is to be collected in this zone'),
  orders: z
    .array(
      handedOver.extend(dayOrderOutput.pick({ slot: true, delivery_address: true, map_url: true, gift: true }).shape),
    )
    .describe('By postal code, then by slot'),
});

/** One day of work. Cancelled orders are left out, completed ones stay and say so. */
export const daySheetOutput = z.object({
  date: z.iso.date(),
  today: z.iso.date(),
  read_at: moment,
  locations: z
    .array(z.object({ id: z.uuid().nullable(), name: z.string().nullable(), orders: z.int() }))
    .describe('Every place with orders on this day, also those the filter leaves out'),
  make: z.array(makeLineOutput),
  pack: z.array(dayOrderOutput).describe('In the order of their slots'),
  hand_over: z.array(handOverGroupOutput),
  deliver: z.array(deliverGroupOutput),
  no_time: z
    .array(dayOrderOutput)
    .describe('Nothing was agreed: placed on this day, or still open. Not part of the rest'),
  has_more_no_time: z.boolean(),
});

/** Why one order of several stays where it is: the step, its version, or that it is gone. */
export const TICK_REFUSALS = ['ORD_002', 'REQ_002', 'DB_002'] as const;

/** What became of a press: every order named as it stands now, and those that did not move. */
export const ticked = z.object({
  orders: z.array(dayOrderOutput),
  refused: z.array(z.object({ order_id: z.uuid(), code: z.enum(TICK_REFUSALS) })),
});

export type DayItemDto = z.infer<typeof dayItemOutput>;
export type DayOrderDto = z.infer<typeof dayOrderOutput>;
export type MakeLineDto = z.infer<typeof makeLineOutput>;
export type DaySheetDto = z.infer<typeof daySheetOutput>;
export type TickedDto = z.infer<typeof ticked>;
/** A day that has orders, for choosing one. */
export type BusyDay = { day: string; orders: number; open: number };
