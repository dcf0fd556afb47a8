import { z } from 'zod';
import { ACTOR_KINDS, BOOKING_EVENT_AXES, BOOKING_STATUSES, CHANNELS, PAYMENT_METHODS } from '#db/enums';
import { orderPaymentOutput } from '#lib/orders/output';
import { DAY_STATES } from './booking-rules.ts';

const money = z.number().describe('Major units, at most two decimals');
const moment = z.iso.datetime();
const named = z.object({ id: z.uuid(), name: z.string() });

const head = {
  id: z.uuid(),
  booking_number: z.string(),
  status: z.enum(BOOKING_STATUSES),
  channel: z.enum(CHANNELS),
  event_type: z.string(),
  date: z.iso.date(),
  starts_at: moment.nullable(),
  guests: z.int().nullable(),
  package: named.nullable(),
  theme: z.object({ id: z.uuid().nullable(), name: z.string() }).nullable(),
  quoted: money.nullable().describe('What the shop asks for; null until it has quoted'),
  deposit: money.nullable().describe('Due before the day is kept; null = none was set'),
  paid: money,
  currency: z.string(),
  created_at: moment,
  version: z.int(),
};

/** A booking in full, for the desk and for whoever holds its signed link (who sees no internal notes). */
export const bookingOutput = z.object({
  ...head,
  customer: z
    .object({ id: z.uuid(), name: z.string(), phone: z.string().nullable(), email: z.string().nullable() })
    .nullable(),
  client_info: z.object({ name: z.string(), phone: z.string(), email: z.string().nullable() }),
  venue: z.string(),
  message: z.string(),
  quote_expires_at: moment.nullable(),
  deposit_due: money.describe('To be paid before the shop confirms'),
  due: money.describe('To be paid of the whole'),
  payment_method: z.enum(PAYMENT_METHODS).nullable().describe('How the shop is paid for events'),
  payment_title: z.string().nullable(),
  payment_instructions: z.string().nullable(),
  payment_account: z.object({ holder: z.string(), iban: z.string(), bic: z.string().nullable() }).nullable(),
  reason: z.string().nullable().describe('Why it was declined or canceled'),
  internal_note: z.string().nullable().describe('Null for clients'),
  next_steps: z.array(z.enum(BOOKING_STATUSES)).describe('Where whoever reads this can take it now'),
  payments: z.array(orderPaymentOutput),
  events: z.array(
    z.object({
      at: moment,
      axis: z.enum(BOOKING_EVENT_AXES),
      from: z.string().nullable(),
      to: z.string().nullable(),
      actor: z.enum(ACTOR_KINDS),
      actor_name: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  access_url: z.string().describe('The signed link that opens this booking'),
  updated_at: moment,
});
export type BookingDto = z.infer<typeof bookingOutput>;

export const bookingRowOutput = z.object({
  ...head,
  customer_id: z.uuid().nullable(),
  client_name: z.string(),
  client_phone: z.string(),
});
export type BookingRowDto = z.infer<typeof bookingRowOutput>;

export const availabilityOutput = z.object({
  package_id: z.uuid(),
  days: z.array(
    z.object({ date: z.iso.date(), state: z.enum(DAY_STATES), left: z.int().describe('Places left on that day') }),
  ),
});
export type AvailabilityDto = z.infer<typeof availabilityOutput>;

export const blockedDaysOutput = z.object({ days: z.int().describe('How many days changed, over all packages') });

/** How full a package is on a day. */
export type PackageLoad = { package_id: string; name: string; booked: number; capacity: number; blocked: boolean };
export type BookingDay = { date: string; bookings: BookingRowDto[]; packages: PackageLoad[] };
