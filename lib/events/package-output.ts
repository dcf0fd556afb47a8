import { z } from 'zod';
import { PRICE_KINDS } from '#db/enums';
import { imageOutput } from '#lib/media/output';

/** What goes out: wire shapes, amounts in major units. */

const moment = z.iso.datetime().meta({ example: '2026-05-31T08:00:00.000Z' });

export const packageItemOutput = z.object({
  id: z.uuid(),
  label: z.string().meta({ example: 'Table arrangement' }),
  quantity: z.int().meta({ example: 8 }),
});

export const packageOutput = z.object({
  id: z.uuid(),
  slug: z.string().meta({ example: 'garden-wedding' }),
  name: z.string().meta({ example: 'Garden wedding' }),
  description: z.string(),
  price: z.number().nullable().meta({ description: 'Major units; null where it is told on request.', example: 1450 }),
  currency: z.string().length(3).meta({ example: 'EUR' }),
  price_kind: z
    .enum(PRICE_KINDS)
    .meta({ description: '`from`: the price is where it begins; `on_request`: there is none before a quote.' }),
  included_items: z.array(z.string()).meta({ description: 'One line each, with its number where it is not one.' }),
  items: z
    .array(packageItemOutput)
    .meta({ description: 'The same, label and number apart. A line keeps its id when it is changed.' }),
  duration_minutes: z.int().nullable(),
  deposit_percent: z.int().meta({ description: 'Of the quoted amount, due before the day is kept; 0 = none.' }),
  max_guests: z.int().nullable(),
  images: z.array(imageOutput),
  image_url: z.string().nullable(),
  updated_at: moment,
});

export const deskPackageOutput = packageOutput.extend({
  active: z.boolean(),
  per_day_capacity: z.int().meta({ description: 'How many of it can be done on one day.' }),
  archived_at: moment.nullable(),
  created_at: moment,
  version: z.int(),
});

export type PackageItem = z.output<typeof packageItemOutput>;
export type Package = z.output<typeof packageOutput>;
export type DeskPackage = z.output<typeof deskPackageOutput>;
