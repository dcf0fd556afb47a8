import { z } from 'zod';
import { dayInput, filled, idInput, versionInput } from '#lib/fields';

/** The day in an address; one that cannot be read is no day at all. */
export const dayParam = z.object({ date: dayInput });

/** Orders without a place have a sheet of their own, so that none is lost and none is counted twice. */
export const NO_PLACE = 'none';

export const daySheetQuery = z.object({
  location_id: filled(z.union([z.literal(NO_PLACE), idInput], { error: 'Enter the id of a place, or none.' })),
});

/** Where a tick leads: begun, packed, handed over. Taking a tick back leads one of them back. */
export const TICK_STEPS = ['processing', 'ready', 'completed'] as const;

/** Each order with the version that the sheet showed: what changed since is looked at again before it moves. */
export const tickOrdersInput = z.strictObject({
  to: z.enum(TICK_STEPS, { error: 'Choose a step.' }),
  orders: z
    .array(z.strictObject({ order_id: idInput, version: versionInput }))
    .min(1, 'Choose at least one order.')
    .max(200, 'Choose at most 200 orders.'),
});

export type TickStep = (typeof TICK_STEPS)[number];
export type DaySheetQuery = { date: string } & z.output<typeof daySheetQuery>;
export type TickOrders = z.output<typeof tickOrdersInput>;
