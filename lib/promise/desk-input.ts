import { z } from 'zod';
import { DELIVERY_TYPES, LOCATION_KINDS, OPENING_PURPOSES } from '#db/enums';
import { dayInput, filled, idInput, optional, required, words } from '#lib/fields';
import { moneyInput } from '#lib/money';

/** Places, closures and slots as the desk sends them. Hours and zones have files of their own. */

export const clockInput = z.string('Enter a time.').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Use a time such as 17:30.');
export const whole = (min: number, max: number) =>
  z.int('Enter a whole number.').min(min, `Enter ${min} or more.`).max(max, `Enter ${max} or less.`);
/** Only what is given changes; null or an empty text empties a field. */
export const emptiable = <S extends z.ZodType>(schema: S) =>
  z
    .preprocess((value) => (typeof value === 'string' && value.trim() === '' ? null : value), schema.nullable())
    .optional();
/** What is done although it touches open orders, once somebody has seen which. */
export const confirmInput = z
  .boolean('Choose yes or no.')
  .optional()
  .meta({ description: 'Without it, a change that open orders depend on is refused with CONF_002 and their numbers.' });

const LAT = z.number('Enter a number.').min(-90, 'From -90 to 90.').max(90, 'From -90 to 90.');
const LNG = z.number('Enter a number.').min(-180, 'From -180 to 180.').max(180, 'From -180 to 180.');

const locationFields = {
  kind: z.enum(LOCATION_KINDS, { error: 'Choose what kind of place it is.' }).optional(),
  postal_code: emptiable(words(12)),
  lat: LAT.nullable().optional(),
  lng: LNG.nullable().optional(),
  instructions: emptiable(words(500)).meta({ description: 'How to find it, for customers.' }),
  active: z.boolean('Choose yes or no.').optional(),
  display_order: whole(-32_768, 32_767).optional(),
};
const named = {
  name: required(100, 'Enter a name.'),
  street: required(200, 'Enter street and number.'),
  city: required(100, 'Enter the town.'),
};
type Point = { lat?: number | null; lng?: number | null };
const isPoint = ({ lat, lng }: Point) =>
  (lat === undefined) === (lng === undefined) && (lat === null) === (lng === null);
const POINT = { path: ['lng'], message: 'Enter both coordinates or none.', params: { code: 'VAL_001' } };

export const createLocationInput = z.strictObject({ ...named, ...locationFields }).refine(isPoint, POINT);
export const replaceLocationInput = z
  .strictObject({ id: idInput, ...named, ...locationFields, confirm: confirmInput })
  .refine(isPoint, POINT);
export const updateLocationInput = z
  .strictObject({
    id: idInput,
    name: named.name.optional(),
    street: named.street.optional(),
    city: named.city.optional(),
    ...locationFields,
    confirm: confirmInput,
  })
  .refine(isPoint, POINT);

const COORDINATES = /^(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)$/;
const coordinates = optional(
  z
    .string()
    .trim()
    .max(60, 'Use two numbers such as 52.4921, 13.4262.')
    .regex(COORDINATES, 'Use two numbers such as 52.4921, 13.4262.')
    .transform((text) => {
      const [, lat, lng] = COORDINATES.exec(text) ?? [];
      return { lat: Number(lat), lng: Number(lng) };
    })
    .pipe(z.object({ lat: LAT, lng: LNG })),
);
/** The desk's form: both coordinates in one field, as maps give them; with `id` a place that is there already. */
export const locationFormInput = z
  .strictObject({
    id: idInput.optional(),
    ...named,
    kind: locationFields.kind,
    postal_code: locationFields.postal_code,
    coordinates,
    instructions: locationFields.instructions,
    active: locationFields.active,
    confirm: confirmInput,
  })
  .transform(({ coordinates: point, ...rest }) => ({ ...rest, lat: point?.lat ?? null, lng: point?.lng ?? null }));

/** DELETE, with the question whether somebody has seen what depends on it. */
export const archiveInput = z.strictObject({ id: idInput, confirm: confirmInput });
export const archiveQuery = z.object({
  confirm: filled(z.stringbool({ error: 'Choose yes or no.' }).or(z.boolean())).meta({
    description: 'Needed where open orders depend on it; without, it is refused with CONF_002 and their numbers.',
  }),
});
export const refInput = z.strictObject({ id: idInput });
export const placesQuery = z.object({
  archived: filled(z.stringbool({ error: 'Choose yes or no.' }).or(z.boolean())),
  location_id: filled(idInput),
});

const moment = z.iso
  .datetime({ offset: true, error: 'Use a moment such as 2026-12-24T12:00:00Z.' })
  .transform((text) => new Date(text))
  .refine((date) => date.getUTCFullYear() >= 1900 && date.getUTCFullYear() < 2900, {
    error: 'Use a moment of this century.',
    params: { code: 'VAL_003' },
  });

const closureFields = {
  location_id: emptiable(idInput).meta({ description: 'Null = all places.' }),
  purpose: emptiable(z.enum(OPENING_PURPOSES, { error: 'Choose what is closed.' })).meta({
    description: 'Null = everything.',
  }),
  public_message: emptiable(words(300)).meta({ description: 'What customers read.' }),
  from: emptiable(dayInput).meta({ description: 'First day, in the time zone of the shop.' }),
  to: emptiable(dayInput).meta({ description: 'Last day, closed as well; the first one when left out.' }),
  from_time: emptiable(clockInput).meta({ description: 'Closed from this hour of the first day.' }),
  to_time: emptiable(clockInput).meta({ description: 'Closed until this hour of the last day.' }),
  starts_at: moment.optional().meta({ description: 'In place of days.' }),
  ends_at: moment.optional().meta({ description: 'In place of days.' }),
};
type Span = { from?: string | null; to?: string | null; from_time?: string | null; to_time?: string | null } & {
  starts_at?: Date;
  ends_at?: Date;
};
const hasDays = ({ from, to, from_time, to_time }: Span) => Boolean(from || to || from_time || to_time);

type Problem = { path: string; message: string; code?: 'VAL_001' };

/** What is wrong with the span of a closure, at the field where it is mended. */
function spanProblem(span: Span, isNew: boolean): Problem | null {
  const { from, from_time, to_time, starts_at, ends_at } = span;
  if (hasDays(span)) {
    if (starts_at || ends_at) return { path: 'starts_at', message: 'Give either days or moments, not both.' };
    if (!from) return { path: 'from', message: 'Enter the first day.', code: 'VAL_001' };
    const to = span.to ?? from;
    if (to < from) return { path: 'to', message: 'The last day must not come before the first.' };
    const isBackward = to === from && from_time && to_time && to_time <= from_time;
    return isBackward ? { path: 'to_time', message: 'It must end after it begins.' } : null;
  }
  if (isNew && !starts_at) return { path: 'from', message: 'Enter the first day.', code: 'VAL_001' };
  if (isNew && !ends_at) return { path: 'ends_at', message: 'Enter when it ends.', code: 'VAL_001' };
  const isBackward = starts_at && ends_at && ends_at <= starts_at;
  return isBackward ? { path: 'ends_at', message: 'It must end after it begins.' } : null;
}

const checkSpan = (isNew: boolean) => (span: Span, issues: z.RefinementCtx) => {
  const problem = spanProblem(span, isNew);
  if (!problem) return;
  const { path, message, code = 'VAL_003' } = problem;
  issues.addIssue({ code: 'custom', path: [path], message, params: { code } });
};

export const createClosureInput = z.strictObject(closureFields).superRefine(checkSpan(true));
export const replaceClosureInput = z.strictObject({ id: idInput, ...closureFields }).superRefine(checkSpan(true));
export const updateClosureInput = z.strictObject({ id: idInput, ...closureFields }).superRefine(checkSpan(false));
/** The desk's form: with `id` a closure that is there already. */
export const closureFormInput = z
  .strictObject({ id: idInput.optional(), ...closureFields })
  .superRefine(checkSpan(true));
/** "Close the shop from … to … with this message." */
export const vacationInput = z
  .strictObject({
    from: dayInput,
    to: dayInput,
    public_message: required(300, 'Write what customers should read.'),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'The last day must not come before the first.',
    params: { code: 'VAL_003' },
  });
export const closuresQuery = z.object({
  past: filled(z.stringbool({ error: 'Choose yes or no.' }).or(z.boolean())).meta({
    description: 'Those that are over, the latest first.',
  }),
});

/** Days looked at when no last one is named, and at most. */
const WEEK = 7;
const MOST_DAYS = 42;
const DAY_MS = 86_400_000;
export const listSlotsInput = z
  .object({
    from: filled(dayInput).meta({ description: 'Today when left out.' }),
    to: filled(dayInput).meta({ description: `A week later when left out; at most ${MOST_DAYS} days in all.` }),
    location_id: filled(idInput),
    method: filled(z.enum(DELIVERY_TYPES, { error: 'Choose pickup or delivery.' })),
  })
  .superRefine(({ from, to }, issues) => {
    if (!from || !to) return;
    const message =
      to < from
        ? 'The last day must not come before the first.'
        : Date.parse(to) - Date.parse(from) >= MOST_DAYS * DAY_MS
          ? `Ask for at most ${MOST_DAYS} days.`
          : null;
    if (message) issues.addIssue({ code: 'custom', path: ['to'], message, params: { code: 'VAL_003' } });
  });
export const SLOT_DAYS = WEEK;

const capacity = whole(0, 100_000).nullable().optional();
export const changeSlotInput = z
  .strictObject({
    id: idInput,
    closed: z.boolean('Choose yes or no.').optional(),
    has_own_capacity: z.boolean('Choose yes or no.').optional().meta({
      description: 'False goes back to what the opening hours say.',
    }),
    capacity_orders: capacity.meta({ description: 'For this slot alone; null = any number.' }),
    capacity_load: capacity.meta({ description: 'For this slot alone; null = any number.' }),
  })
  .refine(
    ({ has_own_capacity, capacity_orders, capacity_load }) =>
      has_own_capacity !== false || (capacity_orders === undefined && capacity_load === undefined),
    { path: ['has_own_capacity'], message: 'A capacity of its own cannot be given and taken back at once.' },
  );

/** What a customer would see on a day, and what delivery there costs. */
export const previewInput = z.strictObject({
  method: z.enum(DELIVERY_TYPES, { error: 'Choose pickup or delivery.' }),
  day: dayInput,
  location_id: optional(idInput),
  postal_code: optional(words(12)),
  subtotal: moneyInput.nullish().transform((amount) => amount ?? null),
});

/** Whose open orders are asked for, before it is taken away. */
export const dependentsInput = z.strictObject({ kind: z.enum(['location', 'zone', 'closure']), id: idInput });

export type CreateLocation = z.output<typeof createLocationInput>;
export type UpdateLocation = z.output<typeof updateLocationInput>;
export type ReplaceLocation = z.output<typeof replaceLocationInput>;
export type CreateClosure = z.output<typeof createClosureInput>;
export type UpdateClosure = z.output<typeof updateClosureInput>;
export type ListSlots = z.output<typeof listSlotsInput>;
export type ChangeSlot = z.output<typeof changeSlotInput>;
export type Preview = z.output<typeof previewInput>;
export type Dependents = z.output<typeof dependentsInput>;
