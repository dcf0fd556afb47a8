import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { z } from 'zod';
import type { Db } from '#db/client';

/** Tables that grow for as long as a shop is open. */
const GROWING = [
  'orders',
  'order_items',
  'order_events',
  'payments',
  'customers',
  'products',
  'product_variants',
  'stock_movements',
  'audit_log',
  'notifications',
  'webhook_deliveries',
  'domain_events',
  'translations',
];

type Node = {
  'Node Type': string;
  'Relation Name'?: string | undefined;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number | undefined;
  'Rows Removed by Index Recheck'?: number | undefined;
  Plans?: Node[] | undefined;
};

const node: z.ZodType<Node> = z.object({
  'Node Type': z.string(),
  'Relation Name': z.string().optional(),
  'Actual Rows': z.number(),
  'Actual Loops': z.number(),
  'Rows Removed by Filter': z.number().optional(),
  'Rows Removed by Index Recheck': z.number().optional(),
  get Plans() {
    return z.array(node).optional();
  },
});

const plans = z.tuple([z.object({ 'QUERY PLAN': z.tuple([z.object({ Plan: node })]) })]);

const nodesOf = (one: Node): Node[] => [one, ...(one.Plans ?? []).flatMap(nodesOf)];

/** Rows of one table that a scan may read, and how many of these it may throw away. */
export type Allowed = { read: number; wasted: number };

/** What is wrong with one scan; null for one that finds its rows by an index, few at a time. */
function fault(one: Node, most: Allowed): string | null {
  const table = one['Relation Name'];
  if (table === undefined || !GROWING.includes(table)) return null;
  if (one['Node Type'] === 'Seq Scan') return `has no index of ${table}`;
  const loops = one['Actual Loops'];
  const wasted = ((one['Rows Removed by Filter'] ?? 0) + (one['Rows Removed by Index Recheck'] ?? 0)) * loops;
  if (wasted > most.wasted) return `reads ${wasted} rows of ${table} for nothing`;
  const read = one['Actual Rows'] * loops + wasted;
  return read > most.read ? `reads ${Math.round(read)} rows of ${table}` : null;
}

/**
 * A handle that remembers the statements sent through it, and `judge`, which runs them again to see how they found their
 * rows. The planner may not read whole tables while it has an index for the statement at all, so that what it does in a
 * small database is what it has to do in a large one.
 */
export function watchPlans(url: string) {
  const sent: { text: string; values: unknown[] }[] = [];
  const client = postgres(url, { max: 2, onnotice: () => undefined });
  const db: Db = drizzle(client, {
    casing: 'snake_case',
    logger: { logQuery: (text, values) => sent.push({ text, values }) },
  });
  const planner = postgres(url, {
    max: 1,
    onnotice: () => undefined,
    // As words: the client leaves out what is false.
    connection: { enable_seqscan: 'off', max_parallel_workers_per_gather: '0' } as never,
  });

  async function explain({ text, values }: { text: string; values: unknown[] }, most: Allowed): Promise<string[]> {
    if (/^\s*explain/i.test(text)) return [];
    let found: string[] = [];
    await planner
      .begin(async (tx) => {
        const rows = await tx.unsafe(`explain (analyze, format json) ${text}`, values as never[]);
        found = nodesOf(plans.parse([...rows])[0]['QUERY PLAN'][0].Plan).flatMap((one) => fault(one, most) ?? []);
        // Writes are only looked at.
        throw new RolledBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      });
    return found.map((words) => `${words}: ${text.replace(/\s+/g, ' ').trim()}`);
  }

  return {
    db,
    /** Faults of everything that was sent since the last time. */
    async judge(most: Allowed): Promise<string[]> {
      const faults: string[] = [];
      for (const statement of sent.splice(0)) faults.push(...(await explain(statement, most)));
      return faults;
    },
    close: () => Promise.all([client.end(), planner.end()]),
  };
}

class RolledBack extends Error {}
