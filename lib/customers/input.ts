import { z } from 'zod';
import { CUSTOMER_FLAGS } from '#db/enums';
import { filled, idInput, optional, required, words } from '#lib/fields';
import { pagingInput } from '#lib/paging';
import { looksLikePhone } from '#lib/phone';

export const phoneInput = z
  .string({ error: 'Enter a phone number.' })
  .trim()
  .min(1, 'Enter a phone number.')
  .refine(looksLikePhone, { error: 'Enter the whole phone number, with its area code.', params: { code: 'VAL_002' } });

export const emailInput = z
  .string({ error: 'Enter an e-mail address.' })
  .trim()
  .max(254, 'Use at most 254 characters.')
  .pipe(z.email({ error: 'Enter an e-mail address such as ana@example.com.' }));

const tag = z.string().trim().min(1, 'A tag needs a word.').max(30, 'Use at most 30 characters.');

const fields = {
  name: required(100, 'Enter the name.'),
  phone: optional(phoneInput),
  email: optional(emailInput),
  notes: optional(words(2000)),
  tags: z.array(tag).max(20, 'Use at most 20 tags.').default([]),
  flags: z.array(z.enum(CUSTOMER_FLAGS, { error: 'Choose a flag from the list.' })).default([]),
};

export const createCustomerInput = z.strictObject(fields);

/** Only what is given changes; null empties a field. */
export const updateCustomerInput = z.strictObject({
  customer_id: idInput,
  name: fields.name.optional(),
  phone: phoneInput
    .nullable()
    .or(z.literal('').transform(() => null))
    .optional(),
  email: emailInput
    .nullable()
    .or(z.literal('').transform(() => null))
    .optional(),
  notes: words(2000).nullable().optional(),
  tags: z.array(tag).max(20, 'Use at most 20 tags.').optional(),
  flags: z.array(z.enum(CUSTOMER_FLAGS, { error: 'Choose a flag from the list.' })).optional(),
});

/** The desk's form: with `customer_id` somebody who is on file already. */
export const customerFormInput = updateCustomerInput.extend({ customer_id: idInput.optional(), name: fields.name });

/** `from_id` becomes part of `customer_id`. */
export const mergeCustomersInput = z.strictObject({ customer_id: idInput, from_id: idInput });
export type MergeCustomers = z.output<typeof mergeCustomersInput>;

export const customerRefInput = z.strictObject({ customer_id: idInput });

export const addressInput = z.strictObject({
  customer_id: idInput,
  label: optional(words(50)),
  recipient_name: optional(words(100)),
  street: required(200, 'Enter street and number.'),
  city: required(100, 'Enter the town.'),
  postal_code: optional(words(12)),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Use the two letters of the country.')
    .optional(),
  notes: optional(words(200)),
  is_default: z.boolean('Choose yes or no.').default(false),
});

export const updateAddressInput = addressInput.extend({ address_id: idInput });
/** The desk's form: with `address_id` an address that is on file already. */
export const addressFormInput = addressInput.extend({ address_id: idInput.optional() });
export const addressRefInput = z.strictObject({ customer_id: idInput, address_id: idInput });

export const listCustomersInput = z.object({
  q: filled(z.string().trim().max(100, 'Use at most 100 characters.')),
  flag: filled(z.enum(CUSTOMER_FLAGS, { error: 'Choose a flag from the list.' })),
  archived: filled(z.stringbool({ error: 'Choose yes or no.' }).or(z.boolean())).transform(
    (archived) => archived ?? false,
  ),
  ...pagingInput,
});

export type CreateCustomer = z.output<typeof createCustomerInput>;
export type UpdateCustomer = z.output<typeof updateCustomerInput>;
export type ListCustomers = z.output<typeof listCustomersInput>;
export type AddressFields = z.output<typeof addressInput>;
