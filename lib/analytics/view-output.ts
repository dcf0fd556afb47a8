import { z } from 'zod';
import { CHANNELS, DELIVERY_TYPES, ORDER_STATUSES, PAYMENT_METHODS } from '#db/enums';
import { PRESETS, STEPS } from './rules.ts';

const money = z.number().describe('Major units');
const share = z.number().describe('Part of the whole, 0 to 1');
const day = z.iso.date();
const span = z.object({ from: day, to: day });
const stepSpan = { from: day, to: day };

export const rangeOutput = z.object({
  preset: z.enum(PRESETS),
  ...stepSpan,
  days: z.int(),
  step: z.enum(STEPS),
  before: span.describe('The period it is compared with'),
});
const head = { range: rangeOutput, currency: z.string() };

const sales = z.object({
  orders: z.int().describe('Placed in these days, without cancelled ones'),
  cancelled: z.int(),
  ordered: money.describe('What these orders come to'),
  revenue: money.describe('Confirmed charges less confirmed refunds, booked in these days; can be negative'),
  average_order: money.nullable().describe('`ordered` per order; null without orders'),
});
const salesGroup = {
  orders: z.int(),
  ordered: money,
  paid: money.describe('Of that paid by now, refunds taken off'),
  share: share.describe('Of what was ordered'),
};

export const salesOutput = z.object({
  ...head,
  totals: sales,
  before: sales,
  steps: z.array(sales.extend({ ...stepSpan, before: sales.extend(stepSpan).nullable() })),
  by_channel: z.array(z.object({ channel: z.enum(CHANNELS), ...salesGroup })),
  by_payment_method: z.array(z.object({ payment_method: z.enum(PAYMENT_METHODS), ...salesGroup })),
  by_delivery_type: z.array(z.object({ delivery_type: z.enum(DELIVERY_TYPES), ...salesGroup })),
  by_status: z
    .array(z.object({ status: z.enum(ORDER_STATUSES), orders: z.int(), ordered: money }))
    .describe('Cancelled ones too'),
});

const units = z.int();
const goods = z.object({ products: z.int().describe('Different ones'), units, sold: money });

export const productsOutput = z.object({
  ...head,
  totals: goods,
  before: goods,
  products: z
    .array(
      z.object({
        product_id: z.uuid().nullable().describe('Null when it is in the catalogue no more'),
        name: z.string(),
        category: z.string().nullable(),
        units,
        sold: money,
        share,
        units_before: units,
        sold_before: money,
      }),
    )
    .describe('By what they brought; at most 100, the export has all'),
  categories: z.array(
    z.object({
      category_id: z.uuid().nullable(),
      name: z.string(),
      products: z.int(),
      units,
      sold: money,
      share,
      sold_before: money,
    }),
  ),
  unsold: z
    .array(z.object({ product_id: z.uuid(), name: z.string(), category: z.string(), created_at: z.iso.datetime() }))
    .describe('On sale, and in no order of these days; at most 100'),
  unsold_count: z.int(),
});

const people = z.object({
  customers: z.int(),
  new_customers: z.int().describe('Whose first order ever lies in these days'),
  returning_customers: z.int(),
  orders: z.int(),
  new_ordered: money,
  returning_ordered: money,
});

export const customersOutput = z.object({
  ...head,
  totals: people,
  before: people,
  steps: z.array(
    z.object({
      ...stepSpan,
      new_customers: z.int(),
      returning_customers: z.int().describe('Who ordered in it and had ordered before it'),
    }),
  ),
  orders_per_customer: z.array(
    z.object({ from: z.int(), to: z.int().nullable(), customers: z.int(), ordered: money, share }),
  ),
  top_customers: z
    .array(
      z.object({
        customer_id: z.uuid().nullable(),
        name: z.string(),
        is_new: z.boolean(),
        orders: z.int(),
        ordered: money,
        last_order_at: z.iso.datetime(),
      }),
    )
    .describe('By what they ordered; at most 25, the export has all'),
});

const fill = z.number().nullable().describe('1 is full; the mean over slots with a limit, null when none has one');
const room = {
  slots: z.int(),
  booked: z.int().describe('Orders'),
  capacity: z.int().nullable().describe('Orders that slots with a limit take; null when none has one'),
  fill,
  cancelled: z.int().describe('Orders for them that were cancelled'),
};

export const slotsOutput = z.object({
  ...head,
  totals: z.object(room),
  before: z.object(room),
  steps: z.array(z.object({ ...stepSpan, ...room })),
  hours: z
    .array(z.object({ weekday: z.int().describe('1 is Monday'), hour: z.int(), ...room }))
    .describe('By weekday and the hour in which slots begin, on the shop’s clock'),
  busiest: z
    .array(
      z.object({
        slot_id: z.uuid(),
        location: z.string(),
        method: z.enum(DELIVERY_TYPES),
        day,
        starts_at: z.iso.datetime(),
        ends_at: z.iso.datetime(),
        booked: z.int(),
        capacity: z.int().nullable(),
        fill,
      }),
    )
    .describe('The fullest first; at most 25'),
  lead: z.array(z.object({ from_hours: z.int(), to_hours: z.int().nullable(), orders: z.int(), share })),
  median_lead_hours: z.number().nullable().describe('Between an order and its slot; null without orders'),
});

export type RangeDto = z.infer<typeof rangeOutput>;
export type SalesDto = z.infer<typeof salesOutput>;
export type ProductsDto = z.infer<typeof productsOutput>;
export type CustomersDto = z.infer<typeof customersOutput>;
export type SlotFiguresDto = z.infer<typeof slotsOutput>;
