import 'server-only';
import type { Context } from '#lib/context';
import { recordAudit } from './commands.ts';

/** What leaves the shop, and by which filters it was chosen. Words somebody searched for name people: they stay out. */
export type Export = { of: 'order' | 'product' | 'customer' | 'figures'; filters?: Readonly<Record<string, unknown>> };

const isGiven = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

/**
 * Rows on their way out, and once they are through an entry of who took how many of them: also when the reader left half
 * way, or the database did, for what was read until then is out of the house.
 */
export async function* auditedExport<Row>(
  ctx: Context,
  { of, filters = {} }: Export,
  batches: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  const { q, ...others } = filters;
  const given = Object.fromEntries(Object.entries(others).filter(([, value]) => isGiven(value)));
  let rows = 0;
  let isWhole = false;
  try {
    for await (const batch of batches) {
      rows += batch.length;
      yield batch;
    }
    isWhole = true;
  } finally {
    await recordAudit(ctx, {
      action: `${of}.list_exported`,
      entity: of,
      entityId: 'list',
      after: { ...given, ...(isGiven(q) && { searched: true }), rows, ...(!isWhole && { broken_off: true }) },
    });
  }
}
