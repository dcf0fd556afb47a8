import { z } from 'zod';
import { CUSTOMER_FLAGS } from '#db/enums';
import { orderRowOutput } from '#lib/orders/output';

export const addressOutput = z.object({
  id: z.uuid(),
  label: z.string().nullable(),
  recipient_name: z.string().nullable(),
  street: z.string(),
  city: z.string(),
  postal_code: z.string().nullable(),
  country: z.string(),
  notes: z.string().nullable(),
  is_default: z.boolean(),
});

const fields = {
  id: z.uuid(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  flags: z.array(z.enum(CUSTOMER_FLAGS)),
  tags: z.array(z.string()),
  has_login: z.boolean(),
  order_count: z.int().describe('Without cancelled ones'),
  total_spent: z.number().describe('Confirmed charges less refunds, major units'),
  last_order_at: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
  archived_at: z.iso.datetime().nullable(),
};

export const customerRowOutput = z.object(fields);

export const customerOutput = z.object({
  ...fields,
  currency: z.string(),
  phone_verified_at: z.iso.datetime().nullable(),
  notes: z.string().nullable(),
  erased_at: z.iso.datetime().nullable().describe('Since when only the orders are left of them'),
  addresses: z.array(addressOutput),
  orders: z.array(orderRowOutput).describe('The newest twenty'),
});

/** What the desk needs to recognise a caller and fill in a phone order. */
export const customerSuggestionOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  flags: z.array(z.enum(CUSTOMER_FLAGS)),
  address: addressOutput.nullable(),
});

export type CustomerDto = z.infer<typeof customerOutput>;
export type CustomerRowDto = z.infer<typeof customerRowOutput>;
export type CustomerSuggestionDto = z.infer<typeof customerSuggestionOutput>;
export type AddressDto = z.infer<typeof addressOutput>;
