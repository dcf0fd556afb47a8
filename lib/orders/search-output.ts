import { z } from 'zod';
import { CUSTOMER_FLAGS, ORDER_STATUSES } from '#db/enums';

export const foundOrderOutput = z.object({
  id: z.uuid(),
  order_number: z.string(),
  status: z.enum(ORDER_STATUSES),
  customer_name: z.string(),
  customer_phone: z.string(),
  slot_starts_at: z.iso.datetime().nullable(),
  placed_at: z.iso.datetime(),
  total: z.number().describe('Major units, at most two decimals'),
  currency: z.string(),
});

export const foundCustomerOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  flags: z.array(z.enum(CUSTOMER_FLAGS)),
});

export const foundProductOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  sku: z.string().nullable().describe('The one that was asked for, else that of its first variant'),
  is_active: z.boolean(),
});

/** The best few of each kind; none where there is none. */
export const deskSearchOutput = z.object({
  orders: z.array(foundOrderOutput),
  customers: z.array(foundCustomerOutput),
  products: z.array(foundProductOutput),
});

export type FoundOrderDto = z.infer<typeof foundOrderOutput>;
export type FoundCustomerDto = z.infer<typeof foundCustomerOutput>;
export type FoundProductDto = z.infer<typeof foundProductOutput>;
export type DeskSearchDto = z.infer<typeof deskSearchOutput>;
