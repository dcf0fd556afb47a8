import 'server-only';
import type { Context } from '#lib/context';
import { tellingChanges as telling } from '#lib/telling-changes';
import { listOrderChanges } from '../queries/changes.ts';

type Seen = { order_id: string; version: number | null };

/** What staff do to an order: refused on an older version, they are told what became of it since. */
export const tellingChanges = <T>(ctx: Context, { order_id, version }: Seen, run: () => Promise<T>): Promise<T> =>
  telling(ctx, { version, list: (seen) => listOrderChanges(ctx, { order_id, version: seen }) }, run);
