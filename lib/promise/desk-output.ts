import { z } from 'zod';
import { DELIVERY_TYPES, LOCATION_KINDS, OPENING_PURPOSES, ORDER_STATUSES } from '#db/enums';
import { REFUSALS, SLOT_STATES } from './rules/judge.ts';

/** Places, hours, closures, zones and slots as the desk sees them. Amounts in major units, moments in UTC. */

const moment = z.iso.datetime();
const stamps = { created_at: moment, updated_at: moment };
const named = z.object({ id: z.uuid(), name: z.string() });

/** An open order that depends on something: whom to call. */
export const dependentOrderOutput = z.object({
  id: z.uuid(),
  order_number: z.string(),
  status: z.enum(ORDER_STATUSES),
  customer_name: z.string(),
  customer_phone: z.string(),
  delivery_type: z.enum(DELIVERY_TYPES),
  load_points: z.int(),
  location: named.nullable(),
  slot: z.object({ id: z.uuid(), starts_at: moment, ends_at: moment }).nullable(),
});
/** The first of them by slot; `total` counts all. */
export const dependentsOutput = z.object({ total: z.int(), orders: z.array(dependentOrderOutput) });

export const locationOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(LOCATION_KINDS),
  street: z.string(),
  city: z.string(),
  postal_code: z.string().nullable(),
  lat: z.number().nullable(),
  lng: z.number().nullable(),
  instructions: z.string().nullable(),
  active: z.boolean(),
  display_order: z.int(),
  open_orders: z.int().meta({ description: 'Orders not handed over yet.' }),
  archived_at: moment.nullable(),
  ...stamps,
});

const cutoff = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('minutes'), minutes: z.int() }),
  z.object({ kind: z.literal('time'), time: z.string(), days_before: z.int() }),
]);
export const openingRuleOutput = z.object({
  id: z.uuid(),
  location_id: z.uuid(),
  purpose: z.enum(OPENING_PURPOSES),
  weekday: z.int().meta({ description: '1 = Monday … 7 = Sunday.' }),
  starts: z.string(),
  ends: z.string(),
  slot_minutes: z.int(),
  capacity_orders: z.int().nullable(),
  capacity_load: z.int().nullable(),
  cutoff,
  valid_from: z.iso.date().nullable(),
  valid_to: z.iso.date().nullable(),
  ...stamps,
});

export const closureRowOutput = z.object({
  id: z.uuid(),
  location: named.nullable().meta({ description: 'Null = all places.' }),
  purpose: z.enum(OPENING_PURPOSES).nullable().meta({ description: 'Null = everything.' }),
  public_message: z.string().nullable(),
  starts_at: moment,
  ends_at: moment,
  from: z.iso.date().meta({ description: 'First day, in the time zone of the shop.' }),
  to: z.iso.date().meta({ description: 'Last day, closed as well.' }),
  from_time: z.string().nullable(),
  to_time: z.string().nullable(),
  open_orders: z.int().meta({ description: 'Orders promised inside it that are not handed over yet.' }),
  ...stamps,
});
export const closureOutput = closureRowOutput.extend({ orders: z.array(dependentOrderOutput) });

const postalRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('exact'), code: z.string() }),
  z.object({ kind: z.literal('prefix'), prefix: z.string() }),
  z.object({ kind: z.literal('range'), from: z.string(), to: z.string() }),
]);
export const zoneOutput = z.object({
  id: z.uuid(),
  location: named,
  name: z.string(),
  postal_rules: z.array(postalRule),
  postal_codes: z.string().meta({ description: 'The same as text.' }),
  fees: z.array(z.object({ from_subtotal: z.number(), fee: z.number() })),
  min_order: z.number(),
  extra_lead_minutes: z.int(),
  priority: z.int(),
  active: z.boolean(),
  currency: z.string(),
  open_orders: z.int(),
  archived_at: moment.nullable(),
  ...stamps,
});

export const deskSlotOutput = z.object({
  id: z.uuid(),
  location: named,
  method: z.enum(DELIVERY_TYPES),
  day: z.iso.date(),
  starts_at: moment,
  ends_at: moment,
  cutoff_at: moment,
  state: z.enum(SLOT_STATES).meta({ description: 'As a customer would meet it now.' }),
  reason: z.enum(REFUSALS).nullable(),
  message: z.string().nullable().meta({ description: 'What a closure tells customers.' }),
  closed: z.boolean().meta({ description: 'Closed by hand.' }),
  in_closure: z.boolean(),
  in_hours: z.boolean().meta({ description: 'False for a slot that is no longer in the hours and has orders.' }),
  capacity_orders: z.int().nullable(),
  capacity_load: z.int().nullable(),
  has_own_capacity: z.boolean(),
  rule_capacity_orders: z.int().nullable(),
  rule_capacity_load: z.int().nullable(),
  booked_orders: z.int(),
  booked_load: z.int(),
  over_orders: z.int().meta({ description: 'Orders beyond its capacity.' }),
  over_load: z.int().meta({ description: 'Load points beyond its capacity.' }),
});
export const deskSlotDetailOutput = deskSlotOutput.extend({ orders: z.array(dependentOrderOutput) });

export const previewOutput = z.object({
  day: z.iso.date(),
  /** Slots can be chosen until then. */
  last_offered: z.iso.date(),
  is_offered: z.boolean(),
  has_slots: z.boolean(),
  slots: z.array(
    z.object({
      id: z.uuid(),
      location: z.string(),
      starts_at: moment,
      ends_at: moment,
      cutoff_at: moment,
      state: z.enum(SLOT_STATES),
      reason: z.enum(REFUSALS).nullable(),
      message: z.string().nullable(),
    }),
  ),
  delivery: z
    .object({
      problem: z.enum(['outside', 'missing']).nullable(),
      zone: z.string().nullable(),
      fee: z.number(),
      minimum: z.number(),
      missing_for_minimum: z.number(),
      missing_for_free: z.number().nullable(),
    })
    .nullable(),
});

export type DependentOrder = z.output<typeof dependentOrderOutput>;
export type DependentsDto = z.output<typeof dependentsOutput>;
export type LocationDto = z.output<typeof locationOutput>;
export type OpeningRuleDto = z.output<typeof openingRuleOutput>;
export type ClosureRowDto = z.output<typeof closureRowOutput>;
export type ClosureDto = z.output<typeof closureOutput>;
export type ZoneDto = z.output<typeof zoneOutput>;
export type DeskSlotDto = z.output<typeof deskSlotOutput>;
export type DeskSlotDetailDto = z.output<typeof deskSlotDetailOutput>;
export type PreviewDto = z.output<typeof previewOutput>;
