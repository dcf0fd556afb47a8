import { z } from 'zod';
import { DomainError } from '#lib/errors';

/** Where a list goes on: after the row with this sort key and id, or after so many rows where nothing orders them for good. */
const position = z.union([
  z.strictObject({ s: z.string().max(20), k: z.union([z.string().max(200), z.number()]), i: z.uuid() }),
  z.strictObject({ s: z.string().max(20), o: z.int().min(0).max(10_000_000) }),
]);

export type Position = z.output<typeof position>;

export const writeCursor = (at: Position): string => Buffer.from(JSON.stringify(at)).toString('base64url');

/** Throws REQ_001 for a cursor that we did not give out, or gave out for another order. */
export function readCursor(cursor: string, sort: string): Position {
  const parsed = position.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success || parsed.data.s !== sort) throw new DomainError('REQ_001', { parameter: 'cursor' });
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not ours: the schema refuses undefined.
    return undefined;
  }
}
