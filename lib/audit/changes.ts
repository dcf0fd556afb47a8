import 'server-only';
import { sql } from 'drizzle-orm';
import type { ActorKind } from '#db/enums';
import type { Context } from '#lib/context';
import type { ChangeDto } from './output.ts';

const MOST = 20;

type Row = { version: number; at: string; fields: string[]; actor_kind: ActorKind; actor_name: string | null };

/**
 * What became of a record after `version`, oldest first: which fields, when, and by whom. For records whose audit keeps
 * `version` among what changed. The caller has asked who may know.
 */
export async function changesAfter(
  ctx: Context,
  { entity, id, version }: { entity: string; id: string; version: number },
): Promise<ChangeDto[]> {
  const rows = await ctx.db.execute<Row>(sql`
    select (a.changes -> 'after' ->> 'version')::int as version, a.at, a.actor_kind, u.name as actor_name,
      (select coalesce(jsonb_agg(f.name), '[]'::jsonb)
        from jsonb_object_keys(a.changes -> 'after') as f(name) where f.name <> 'version') as fields
    from audit_log a left join users u on a.actor_kind = 'staff' and u.id = a.actor_id
    where a.entity = ${entity} and a.entity_id = ${id} and (a.changes -> 'after' ->> 'version')::int > ${version}
    order by a.at desc nulls first, a.id desc nulls first limit ${MOST}`);
  return [...rows].reverse().map(({ at, actor_kind, actor_name, ...change }) => ({
    ...change,
    at: new Date(at).toISOString(),
    by: { kind: actor_kind, name: actor_name },
  }));
}
