import 'server-only';
import { sql } from 'drizzle-orm';
import { recordAudit } from '#lib/audit/commands';
import type { Context } from './context.ts';
import { DomainError } from './errors.ts';

/** Pages, testimonials, packages and themes say when their words were last changed, which their place is none of: `updated_at` stays. */
const TABLES = {
  category: { table: 'categories', also: sql`, updated_at = now()` },
  page: { table: 'pages', also: sql`` },
  testimonial: { table: 'testimonials', also: sql`` },
  package: { table: 'packages', also: sql`` },
  theme: { table: 'themes', also: sql`` },
} as const;

/**
 * Puts the locked `rows`, which stand in their present order, in that of `ids`; the ones not named follow as they were.
 * Throws DB_002 for an id that is not among them.
 */
export async function writeOrder(
  tx: Context,
  entity: keyof typeof TABLES,
  rows: readonly { id: string }[],
  ids: readonly string[],
): Promise<void> {
  const known = rows.map(({ id }) => id);
  if (!ids.every((id) => known.includes(id))) throw new DomainError('DB_002');
  const order = [...new Set([...ids, ...known])];
  const table = sql.identifier(TABLES[entity].table);
  await tx.db.execute(sql`
    update ${table} set display_order = place.at ${TABLES[entity].also}
    from unnest(${`{${order.join(',')}}`}::uuid[]) with ordinality place (id, at)
    where ${table}.id = place.id and display_order <> place.at`);
  await recordAudit(tx, { action: `${entity}.ordered`, entity, entityId: ids[0] ?? '', after: { ids: order } });
}
