import { z } from 'zod';
import { idInput, versionInput } from '#lib/fields';

/** Where several orders may be led at once, corrections included. Cancelling asks for each. */
export const BULK_STEPS = ['confirmed', 'processing', 'ready', 'completed'] as const;

/** Each order with the version that was on the screen. */
export const moveOrdersInput = z.strictObject({
  to: z.enum(BULK_STEPS, { error: 'Choose a step.' }),
  orders: z
    .array(z.strictObject({ order_id: idInput, version: versionInput }))
    .min(1, 'Choose at least one order.')
    .max(200, 'Choose at most 200 orders.'),
});

export type BulkStep = (typeof BULK_STEPS)[number];
export type MoveOrders = z.output<typeof moveOrdersInput>;

/** Why one of several stays where it is: no such step from where it stands, changed meanwhile, gone. */
export const BULK_REFUSALS = ['ORD_002', 'REQ_002', 'DB_002'] as const;

export type MovedOrders = {
  moved: { order_id: string; version: number }[];
  refused: { order_id: string; code: (typeof BULK_REFUSALS)[number] }[];
};

/** Ids of an address, separated by commas: at most a page of the longest list. */
export const chosenOrdersInput = z.object({
  ids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(idInput).min(1).max(100)),
});

export type ChosenOrders = z.output<typeof chosenOrdersInput>;
