import { z } from 'zod';
import { PRICE_KINDS } from '#db/enums';
import { filled, idInput, idOrSlug, required, versionInput, words } from '#lib/fields';
import { altInput } from '#lib/media/input';
import { moneyInput } from '#lib/money';
import { itemOfLine } from './package-rules.ts';

/** What comes in. Prices arrive in major units and leave these schemas as minor units. */

export const MOST_ITEMS = 50;

export const slugInput = z
  .string()
  .trim()
  .max(100, 'Use at most 100 characters.')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Use small letters, digits and hyphens, such as garden-wedding.');
export const flagInput = z.boolean('Choose yes or no.');

const whole = (min: number, max: number) =>
  z.int('Enter a whole number.').min(min, `Enter ${min} or more.`).max(max, `Enter ${max} or less.`);

const item = { label: required(200, 'Enter what is included.'), quantity: whole(1, 10_000) };
const itemInput = z.strictObject({
  id: idInput.optional().meta({ description: 'Of a line that is there already: it may say something else then.' }),
  ...item,
  quantity: item.quantity.default(1),
});
const lineInput = required(210, 'Enter what is included.').transform(itemOfLine).pipe(z.strictObject(item));
const eitherInput = z.union([lineInput, itemInput], 'Enter a line such as "8 × Table arrangement".');
const atMost = `Use at most ${MOST_ITEMS} lines.`;

const fields = {
  slug: slugInput.optional().meta({ description: 'Made from the name when left out.' }),
  description: words(1000).optional(),
  price_kind: z.enum(PRICE_KINDS, 'Choose how the price is told.').optional(),
  price: moneyInput.nullable().optional().meta({ description: 'Major units; null or left out on request.' }),
  duration_minutes: whole(1, 10_080).nullable().optional(),
  deposit_percent: whole(0, 100).optional(),
  max_guests: whole(1, 100_000).nullable().optional(),
  per_day_capacity: whole(1, 1000).optional(),
  active: flagInput.optional(),
  included_items: z.array(eitherInput).max(MOST_ITEMS, atMost).optional().meta({
    description:
      'The whole list in order: `8 × Table arrangement`, or `{ id, label, quantity }`. A line keeps its id, and with it its translations, by being sent with it or by saying the same.',
  }),
};
const name = required(200, 'Enter a name.');

export const createPackageInput = z.strictObject({ name, ...fields });
/** PATCH: only what is named changes. With `version` a change made in between is refused with REQ_002. */
export const updatePackageInput = z.strictObject({
  id: idInput,
  version: versionInput.optional(),
  name: name.optional(),
  ...fields,
});
/** PUT: what is not named goes back to its default; the address stays. */
export const replacePackageInput = z.strictObject({ id: idInput, version: versionInput.optional(), name, ...fields });

/** The desk's form: the whole package; with `id` and `version` one that is there already. */
export const packageFormInput = z
  .strictObject({
    id: idInput.optional(),
    version: versionInput.optional(),
    name,
    ...fields,
    slug: slugInput.or(z.literal('')).optional(),
    price_kind: fields.price_kind.unwrap(),
    included_items: z.array(itemInput).max(MOST_ITEMS, atMost),
  })
  .refine(({ price_kind, price }) => price_kind === 'on_request' || (price ?? null) !== null, {
    path: ['price'],
    message: 'Enter a price, or choose that it is told on request.',
    params: { code: 'VAL_001' },
  });

/** A line as it is sent: with an id where it is there already. */
export type SentItem = z.output<typeof itemInput>;

export const packageIdInput = z.strictObject({ id: idInput });
export const getPackageInput = z.strictObject({ id: idOrSlug });
export const orderPackagesInput = z.strictObject({
  ids: z.array(idInput).min(1, 'Name them in their new order.').max(200, 'Use at most 200 packages.'),
});
/** Unknown query parameters are ignored. */
export const listDeskPackagesInput = z.object({ archived: filled(z.stringbool({ error: 'Use true or false.' })) });

/** The picture itself travels beside this as bytes. */
export const addPackageImageInput = z.strictObject({ package_id: idInput, alt: altInput.optional() });
export const orderPackageImagesInput = z.strictObject({
  package_id: idInput,
  ids: z.array(idInput).min(1, 'Name the pictures in their new order.').max(5, 'A package has at most five pictures.'),
});
export const describePackageImageInput = z.strictObject({ package_id: idInput, id: idInput, alt: altInput });
export const packageImageInput = z.strictObject({ package_id: idInput, id: idInput });

export type CreatePackage = z.output<typeof createPackageInput>;
export type UpdatePackage = z.output<typeof updatePackageInput>;
